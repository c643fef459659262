package io.serviceconcept.concept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;

/** What the kernel needs to know of concepts. */
@ApplicationScoped
class ConceptBeans {

    @Produces
    @Singleton
    CommandHandler<ConceptCommand, Concept, ConceptEvent, ConceptRejection> commandHandler(EventStore store) {
        return new CommandHandler<>(store, new ConceptDecider(), ConceptEvent.class);
    }
}
