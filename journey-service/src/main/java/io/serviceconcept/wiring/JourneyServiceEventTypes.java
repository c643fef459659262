package io.serviceconcept.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.journey.JourneyEventTypes;
import io.serviceconcept.requirement.RequirementEventTypes;

/** All events of this service. */
@ApplicationScoped
class JourneyServiceEventTypes {

    @Produces
    @Singleton
    EventTypes types() {
        return all();
    }

    static EventTypes all() {
        return EventTypes.of(JourneyEventTypes.all(), RequirementEventTypes.TYPES);
    }
}
