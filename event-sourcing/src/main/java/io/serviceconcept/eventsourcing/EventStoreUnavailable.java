package io.serviceconcept.eventsourcing;

import java.sql.SQLException;

/** The database does not answer, or refuses to store now. Callers of the API get 503 with Retry-After. */
public final class EventStoreUnavailable extends RuntimeException {

    public EventStoreUnavailable(SQLException cause) {
        super(cause);
    }
}
