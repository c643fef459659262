package io.serviceconcept.indicator.publishing;

import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.indicator.IndicatorEvent;

/** What leaves this service event by event: definitions. Results leave as states, see the release of results. */
public final class IndicatorPublishing implements Publishing {

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
        return eventType == IndicatorEvent.Defined.class;
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case IndicatorEvent.Defined defined ->
                new PublicEvent("measurement.indicator-defined.v1", IndicatorDefined.of(defined));
            default -> throw new IllegalArgumentException("not public: " + recorded.event().getClass().getSimpleName());
        };
    }
}
