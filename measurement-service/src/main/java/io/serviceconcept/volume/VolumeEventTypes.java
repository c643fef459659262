package io.serviceconcept.volume;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to the volumes of surveys. */
public final class VolumeEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.survey-volume-reported.v1", VolumeEvent.VolumeReported.class)
            .add("measurement.survey-volume-corrected.v1", VolumeEvent.VolumeCorrected.class)
            .add("measurement.survey-volume-retracted.v1", VolumeEvent.VolumeRetracted.class)
            .build();

    private VolumeEventTypes() {
    }
}
