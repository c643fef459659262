package io.serviceconcept.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.intake.Ids;

/** A survey to draw up, or the next version of one. */
@Schema(name = "NewSurvey")
record NewSurvey(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Pattern(regexp = Ids.PATTERN) String concept,
        @Schema(description = "The channel of every response that names none.") @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Schema(description = "The touchpoint of every response that names none; the survey is offered there.") @Pattern(regexp = Ids.PATTERN) @Nullable String touchpoint,
        @Schema(description = "No interaction before it is taken in; now unless told; may lie in the past.") @Nullable Instant inUseFrom,
        @Schema(description = "Whose experience is asked about; CUSTOMER unless told.") @Nullable Audience audience,
        @Schema(description = "How many answers change a figure at once, so that two looks cannot be subtracted into one person's answer; 1 for customers and 10 for employees unless told.") @Min(1) @Max(1_000) @Nullable Integer releaseStep,
        @Schema(description = "For a next version: whether none of its questions is comparable with the version before, whatever they say, because the way of asking changed.") @Nullable Boolean instrumentBreak,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid SurveyQuestion> questions) {

    /**
     * @throws InvalidInput listing every contradiction between the fields
     */
    SurveyEvent.DrawnUp first(String id, Instant now) {
        List<Violation> violations = violations();
        if (breaksAll()) {
            violations.add(new Violation("/instrumentBreak", "a first version breaks with nothing"));
        }
        return drawnUp(id, now, violations);
    }

    /**
     * @throws InvalidInput listing every contradiction between the fields
     */
    SurveyEvent.DrawnUp next(String id, Instant now) {
        return drawnUp(id, now, violations());
    }

    boolean breaksAll() {
        return Boolean.TRUE.equals(instrumentBreak);
    }

    private List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            SurveyQuestion question = questions.get(i);
            if (!ids.add(question.id())) {
                violations.add(new Violation("/questions/" + i + "/id", "another question has this id"));
            }
            violations.addAll(question.violations("/questions/" + i));
        }
        return violations;
    }

    private SurveyEvent.DrawnUp drawnUp(String id, Instant now, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        Audience whose = audience == null ? Audience.CUSTOMER : audience;
        return new SurveyEvent.DrawnUp(id, name, Ids.canonical(concept), Ids.canonicalOrNull(channel),
                Ids.canonicalOrNull(touchpoint), inUseFrom == null ? now : inUseFrom, whose,
                releaseStep == null ? SurveyVersion.usualReleaseStep(whose) : releaseStep,
                questions.stream().map(SurveyQuestion::question).toList());
    }
}
