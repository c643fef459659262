package io.serviceconcept.eventsourcing.faults;

import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** What leaves the service under test. */
final class MeterPublishing implements Publishing {

    static final String TOPIC = "meter-events";
    static final String SOURCE = "/meter-service";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public boolean publishes(Class<?> eventType) {
        return eventType == MeterEvent.Installed.class;
    }

    @Override
    public PublicEvent publish(RecordedEvent recorded) {
        return new PublicEvent("meter.installed.v1", recorded.event());
    }
}
