package io.serviceconcept.journey;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ApprovedEvents;

class JourneyEventTypesTest {

    @Test
    void whatWasStoredOnceIsReadForEver() {
        ApprovedEvents.verify(JourneyEventTypes.eventTypes(), JourneyEvent.class);
    }
}
