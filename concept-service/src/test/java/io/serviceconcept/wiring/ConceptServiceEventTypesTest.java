package io.serviceconcept.wiring;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.eventsourcing.testing.ApprovedEvents;
import io.serviceconcept.idea.IdeaEvent;

class ConceptServiceEventTypesTest {

    @Test
    void everyEventIsReadAndWrittenAsApproved() {
        ApprovedEvents.verify(ConceptServiceEventTypes.all(), ConceptEvent.class, IdeaEvent.class);
    }
}
