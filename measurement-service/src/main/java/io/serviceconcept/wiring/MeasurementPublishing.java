package io.serviceconcept.wiring;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.indicator.publishing.IndicatorPublishing;
import io.serviceconcept.plan.publishing.PlanPublishing;

/** What leaves this service event by event. Results and verdicts leave as states, see the release of results. */
@ApplicationScoped
class MeasurementPublishing implements Publishing {

    private static final List<Publishing> PARTS = List.of(new IndicatorPublishing(), new PlanPublishing());

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
        return PARTS.stream().anyMatch(part -> part.publishes(eventType));
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        return PARTS.stream().filter(part -> part.publishes(recorded.event().getClass())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not public: " + recorded.event().getClass().getSimpleName()))
                .publish(recorded);
    }
}
