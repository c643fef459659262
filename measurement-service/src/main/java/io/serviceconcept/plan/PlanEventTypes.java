package io.serviceconcept.plan;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to measurement plans. */
public final class PlanEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.plan-completed.v1", PlanEvent.Completed.class)
            .add("measurement.measurement-overdue.v1", PlanEvent.FoundOverdue.class)
            .build();

    private PlanEventTypes() {
    }
}
