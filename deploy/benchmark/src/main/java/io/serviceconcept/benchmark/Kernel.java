package io.serviceconcept.benchmark;

import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;

/** The event stores that are measured, put together as a service does. */
final class Kernel {

    /** Connections that a store which coalesces appends may use, like a service's pool. */
    static final int CONNECTIONS = 16;

    private Kernel() {
    }

    static PostgresEventStore store(DataSource dataSource) {
        return store(dataSource, new Signal());
    }

    static PostgresEventStore store(DataSource dataSource, Signal signal) {
        return new PostgresEventStore(dataSource, Events.TYPES, type -> false, List.of(), () -> false, signal);
    }

    /** A store that commits appends of many callers together, where there is one; the caller closes it if it can be. */
    static EventStore coalescing(DataSource dataSource) {
        return store(dataSource);
    }
}
