package io.serviceconcept.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.indicator.Audience;

/** The wire names of what happens to surveys. */
public final class SurveyEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.survey-drawn-up.v2", SurveyEvent.DrawnUp.class)
            .upcast("measurement.survey-drawn-up.v1", "measurement.survey-drawn-up.v2", SurveyEventTypes::ofOneType)
            .add("measurement.survey-revised.v1", SurveyEvent.Revised.class)
            .build();

    private SurveyEventTypes() {
    }

    /** When every question was a rating that could be left out, and every survey was for customers. */
    private static ObjectNode ofOneType(ObjectNode survey) {
        survey.put("audience", Audience.CUSTOMER.name());
        survey.put("releaseStep", SurveyVersion.usualReleaseStep(Audience.CUSTOMER));
        survey.path("questions").forEach(question -> {
            if (question instanceof ObjectNode rating) {
                rating.put("type", QuestionType.RATING.name());
                rating.put("required", false);
                rating.putArray("options");
            }
        });
        return survey;
    }
}
