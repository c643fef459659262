package io.serviceconcept.wiring;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ApprovedEvents;
import io.serviceconcept.journey.JourneyEvent;
import io.serviceconcept.requirement.RequirementEvent;

class JourneyServiceEventTypesTest {

    @Test
    void whatWasStoredOnceIsReadForEver() {
        ApprovedEvents.verify(JourneyServiceEventTypes.all(), JourneyEvent.class, RequirementEvent.class);
    }
}
