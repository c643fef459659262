package io.serviceconcept.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.concept.ConceptEventTypes;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.idea.IdeaEventTypes;

/** All events of this service. */
@ApplicationScoped
class ConceptServiceEventTypes {

    @Produces
    @Singleton
    EventTypes types() {
        return all();
    }

    static EventTypes all() {
        return EventTypes.of(ConceptEventTypes.all(), IdeaEventTypes.TYPES);
    }
}
