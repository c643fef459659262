package io.serviceconcept.survey;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to surveys. */
public final class SurveyEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.survey-drawn-up.v1", SurveyEvent.DrawnUp.class)
            .build();

    private SurveyEventTypes() {
    }
}
