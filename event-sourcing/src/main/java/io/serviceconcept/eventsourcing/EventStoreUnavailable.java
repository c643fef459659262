package io.serviceconcept.eventsourcing;

import java.sql.SQLException;

/** The database does not answer, or refuses to store now. Callers of the API get 503 with Retry-After. */
public final class EventStoreUnavailable extends RuntimeException {

    private final SQLException cause;

    public EventStoreUnavailable(SQLException cause) {
        super(cause);
        this.cause = cause;
    }

    /** Whether trying again may help: not for wrong data (class 22), a broken constraint (23) or a wrong statement (42). */
    public static boolean isMeantBy(SQLException e) {
        String state = e.getSQLState();
        return state == null || !(state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }

    @Override
    public SQLException getCause() {
        return cause;
    }
}
