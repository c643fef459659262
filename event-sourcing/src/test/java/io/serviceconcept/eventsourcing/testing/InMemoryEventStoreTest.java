package io.serviceconcept.eventsourcing.testing;

import io.serviceconcept.eventsourcing.EventStore;

class InMemoryEventStoreTest extends EventStoreContract {

    private final EventStore store = new InMemoryEventStore(Readings.TYPES, Readings.MeterEvent.Installed.class::equals);

    @Override
    protected EventStore store() {
        return store;
    }
}
