package io.serviceconcept.survey;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.indicator.Audience;

/** A version of a survey as the API shows it. */
@Schema(name = "SurveyView")
record SurveyView(String id, int version, String name, String concept, @Nullable String channel,
        @Nullable String touchpoint, Instant inUseFrom, Audience audience, int releaseStep,
        List<SurveyQuestion> questions,
        @Schema(description = "The questions that ask something else than in the version before: figures they feed are not comparable across inUseFrom.") List<String> instrumentBreaks,
        @Schema(description = "The indicators that a question more or one fewer feeds than in the version before, or others than in the last version that fed them: their figures are not comparable across inUseFrom either.") List<String> recomposedIndicators) {

    static SurveyView of(SurveyEvent event) {
        SurveyVersion survey = SurveyVersion.of(event);
        return new SurveyView(survey.survey(), survey.version(), survey.name(), survey.concept(), survey.channel(),
                survey.touchpoint(), survey.inUseFrom(), survey.audience(), survey.releaseStep(),
                survey.questions().stream().map(SurveyQuestion::of).toList(), switch (event) {
                    case SurveyEvent.DrawnUp drawnUp -> List.of();
                    case SurveyEvent.Revised revised -> revised.breaks();
                }, switch (event) {
                    case SurveyEvent.DrawnUp drawnUp -> List.of();
                    case SurveyEvent.Revised revised -> revised.recomposed() == null ? List.of() : revised.recomposed();
                });
    }
}
