package io.serviceconcept.plan.publishing;

import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.plan.PlanEvent;

/** What leaves this service of plans: that a figure is overdue. */
public final class PlanPublishing implements Publishing {

    static final String OVERDUE = "measurement.measurement-overdue.v1";

    @Override
    public String topic() {
        return "measurement-events";
    }

    @Override
    public String source() {
        return "/measurement-service";
    }

    @Override
    public boolean publishes(Class<?> eventType) {
        return eventType == PlanEvent.FoundOverdue.class;
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case PlanEvent.FoundOverdue found ->
                new PublicEvent(OVERDUE, MeasurementOverdue.of(found, recorded.recordedAt()));
            default -> throw new IllegalArgumentException("not public: " + recorded.event().getClass().getSimpleName());
        };
    }
}
