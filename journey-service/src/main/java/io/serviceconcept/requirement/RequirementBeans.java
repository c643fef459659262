package io.serviceconcept.requirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStore;

/** What the kernel needs to know of requirements. */
@ApplicationScoped
class RequirementBeans {

    @Produces
    @Singleton
    static CommandHandler<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> commandHandler(
            EventStore store) {
        return new CommandHandler<>(store, new RequirementDecider(), RequirementEvent.class);
    }
}
