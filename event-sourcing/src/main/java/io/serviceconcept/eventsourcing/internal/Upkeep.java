package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;

import io.serviceconcept.eventsourcing.LeasedWork;

/** Leased work that looks through a table every ten minutes, some rows at a time, whatever is appended meanwhile. */
interface Upkeep extends LeasedWork {

    @Override
    default Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    default boolean wokenByEvents() {
        return false;
    }
}
