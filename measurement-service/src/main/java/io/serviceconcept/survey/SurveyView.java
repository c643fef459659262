package io.serviceconcept.survey;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey as the API shows it. */
@Schema(name = "SurveyView")
record SurveyView(String id, String name, String concept, @Nullable String channel, @Nullable String touchpoint,
        Instant inUseFrom, List<SurveyQuestion> questions) {

    static SurveyView of(SurveyEvent.DrawnUp survey) {
        return new SurveyView(survey.survey(), survey.name(), survey.concept(), survey.channel(), survey.touchpoint(),
                survey.inUseFrom(), survey.questions().stream().map(SurveyQuestion::of).toList());
    }
}
