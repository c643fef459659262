package io.serviceconcept.eventsourcing;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** The database does not answer, or refuses to store now. Callers of the API get 503 with Retry-After. */
public final class EventStoreUnavailable extends RuntimeException {

    /** The connection is broken or cannot be made; the server undid the transaction, as for a deadlock. */
    private static final Set<String> CLASSES = Set.of("08", "40");
    private static final Set<String> STATES = Set.of(
            // read-only: this server is a standby, or was the primary before a fail-over
            "25006",
            // longer than the server allows: idle within a transaction, a transaction, a statement
            "25P03", "25P04", "57014",
            // who we are or which database, which only a new connection is asked: credentials or a server are being changed
            "28000", "28P01", "3D000",
            // no room on the disk, no memory, no connection left
            "53000", "53100", "53200", "53300",
            // another holds what is wanted, longer than was to be waited
            "55P03",
            // the server ends, has crashed, or starts
            "57P01", "57P02", "57P03", "57P04", "57P05",
            // what is below the server fails
            "58000", "58030");
    /** Which of those blame the work itself: it was idle within a transaction, or that or a statement took too long. */
    private static final Set<String> TOO_LONG = Set.of("25P03", "25P04", "57014");
    /** What Agroal says without a state when it has no connection to give. */
    private static final Set<String> POOL = Set.of("Sorry, acquisition timeout!",
            "Acquisition timeout while waiting for new connection");

    private final SQLException cause;

    /** @param cause what the database said; callers of the API get 503 only when it {@link #isMeantBy} that */
    public EventStoreUnavailable(SQLException cause) {
        super(cause);
        this.cause = cause;
    }

    /**
     * Whether it says that the database is away or refuses for now, so that the same may go well later: the connection is
     * broken, the server starts, ends, is read-only after a fail-over or has no room, the transaction lost against another
     * or took longer than it may. Whatever else it says, a state that is not known here too, is for the statement to answer
     * for: it would fail again, and nobody must wait for that.
     */
    public static boolean isMeantBy(SQLException e) {
        if (e instanceof SQLTransientException || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = e.getSQLState();
        if (state == null) {
            return e.getMessage() != null && POOL.contains(e.getMessage());
        }
        return STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }

    /**
     * The transaction was longer than the server allows ({@code transaction_timeout}, {@code statement_timeout},
     * {@code idle_in_transaction_session_timeout}).
     */
    public static boolean isTooLong(SQLException e) {
        return TOO_LONG.contains(String.valueOf(e.getSQLState()));
    }

    @Override
    public SQLException getCause() {
        return cause;
    }
}
