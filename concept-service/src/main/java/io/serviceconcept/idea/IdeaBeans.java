package io.serviceconcept.idea;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;

/** What the kernel needs to know of ideas. */
@ApplicationScoped
class IdeaBeans {

    @Produces
    @Singleton
    CommandHandler<IdeaCommand, Idea, IdeaEvent, IdeaRejection> commandHandler(EventStore store) {
        return new CommandHandler<>(store, new IdeaDecider(), IdeaEvent.class);
    }
}
