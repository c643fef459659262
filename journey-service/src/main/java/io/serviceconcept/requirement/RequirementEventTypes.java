package io.serviceconcept.requirement;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of a requirement's events: stored for ever, so a name is never changed or used again. */
public final class RequirementEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("requirement.opened.v1", RequirementEvent.Opened.class)
            .add("requirement.changed.v1", RequirementEvent.Changed.class)
            .add("requirement.started.v1", RequirementEvent.Started.class)
            .add("requirement.fulfilled.v1", RequirementEvent.Fulfilled.class)
            .add("requirement.waived.v1", RequirementEvent.Waived.class)
            .add("requirement.reopened.v1", RequirementEvent.Reopened.class)
            .build();

    private RequirementEventTypes() {
    }
}
