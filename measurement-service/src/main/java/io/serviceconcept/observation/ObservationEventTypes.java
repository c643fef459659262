package io.serviceconcept.observation;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to observations. */
public final class ObservationEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.observation-counted.v1", ObservationEvent.Counted.class)
            .add("measurement.observation-reported.v1", ObservationEvent.Reported.class)
            .add("measurement.observation-corrected.v1", ObservationEvent.Corrected.class)
            .add("measurement.observation-retracted.v1", ObservationEvent.Retracted.class)
            .build();

    private ObservationEventTypes() {
    }
}
