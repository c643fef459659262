package io.serviceconcept.idea;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of the events of ideas. A name is for ever; a breaking change of a record gets a new version. */
public final class IdeaEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("idea.proposed.v1", IdeaEvent.IdeaProposed.class)
            .add("idea.changed.v1", IdeaEvent.IdeaChanged.class)
            .add("idea.selected.v1", IdeaEvent.IdeaSelected.class)
            .add("idea.put-to-test.v1", IdeaEvent.IdeaPutToTest.class)
            .add("idea.validated.v1", IdeaEvent.IdeaValidated.class)
            .add("idea.rejected.v1", IdeaEvent.IdeaRejected.class)
            .add("idea.realised.v1", IdeaEvent.IdeaRealised.class)
            .add("idea.test-added.v1", IdeaEvent.TestAdded.class)
            .add("idea.test-changed.v1", IdeaEvent.TestChanged.class)
            .add("idea.quote-recorded.v1", IdeaEvent.QuoteRecorded.class)
            .build();

    private IdeaEventTypes() {
    }
}
