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
        @Schema(description = "The questions that ask something else than in the version before: figures they feed are not comparable across inUseFrom.") List<String> instrumentBreaks) {

    /** @param breaks see {@link SurveyVersion#breaks} */
    static SurveyView of(SurveyVersion survey, List<String> breaks) {
        return new SurveyView(survey.survey(), survey.version(), survey.name(), survey.concept(), survey.channel(),
                survey.touchpoint(), survey.inUseFrom(), survey.audience(), survey.releaseStep(),
                survey.questions().stream().map(SurveyQuestion::of).toList(), breaks);
    }

    static SurveyView of(SurveyEvent event) {
        return of(SurveyVersion.of(event), switch (event) {
            case SurveyEvent.DrawnUp drawnUp -> List.of();
            case SurveyEvent.Revised revised -> revised.breaks();
        });
    }

    /** @param versions all of a survey up to the one to show */
    static SurveyView ofLast(List<SurveyVersion> versions) {
        SurveyVersion last = versions.getLast();
        return of(last, versions.size() == 1 ? List.of() : last.breaks(versions.get(versions.size() - 2)));
    }
}
