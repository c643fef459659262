package io.serviceconcept.eventsourcing;

import java.sql.SQLException;
import java.util.Set;

/** The database does not answer, or refuses to store now. Callers of the API get 503 with Retry-After. */
public final class EventStoreUnavailable extends RuntimeException {

    private static final Set<String> FINAL = Set.of("07", "0A", "21", "22", "23", "42", "44", "54", "P0");

    private final SQLException cause;

    public EventStoreUnavailable(SQLException cause) {
        super(cause);
        this.cause = cause;
    }

    /**
     * Whether trying again may help: not for wrong data (classes 21, 22), a broken constraint (23, 44), a wrong statement
     * (07, 0A, 42), a limit of the server (54) or what a function raised (P0).
     */
    public static boolean isMeantBy(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 || !FINAL.contains(state.substring(0, 2));
    }

    @Override
    public SQLException getCause() {
        return cause;
    }
}
