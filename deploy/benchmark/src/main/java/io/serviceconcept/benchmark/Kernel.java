package io.serviceconcept.benchmark;

import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.GroupCommit;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;

/** The event stores that are measured, put together as a service does. */
final class Kernel {

    /** Connections that a store which coalesces appends may use, like a service's pool. */
    static final int CONNECTIONS = 16;

    /** Transactions that it has under way at the same time, as the services' configuration has it. */
    private static final int WRITERS = 2;

    private Kernel() {
    }

    static PostgresEventStore store(DataSource dataSource) {
        return store(dataSource, new Signal());
    }

    static PostgresEventStore store(DataSource dataSource, Signal signal) {
        return new PostgresEventStore(dataSource, Events.TYPES, type -> false, List.of(), () -> false, signal);
    }

    /** A store that commits what many callers append together, as services have it; the caller closes it. */
    static GroupCommit coalescing(DataSource dataSource) {
        return new GroupCommit(store(dataSource), WRITERS);
    }
}
