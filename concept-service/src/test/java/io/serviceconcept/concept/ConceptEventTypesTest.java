package io.serviceconcept.concept;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ApprovedEvents;

class ConceptEventTypesTest {

    @Test
    void everyEventIsReadAndWrittenAsApproved() {
        ApprovedEvents.verify(ConceptEventTypes.all(), ConceptEvent.class);
    }
}
