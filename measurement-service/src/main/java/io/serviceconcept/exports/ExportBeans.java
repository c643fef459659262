package io.serviceconcept.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;

/** What the kernel needs to know of exports. */
@ApplicationScoped
class ExportBeans {

    @Produces
    @Singleton
    CommandHandler<ExportCommand, Export, ExportEvent, ExportRejection> commandHandler(EventStore store) {
        return new CommandHandler<>(store, new ExportDecider(), ExportEvent.class);
    }
}
