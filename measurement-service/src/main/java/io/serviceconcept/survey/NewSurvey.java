package io.serviceconcept.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.Ids;

/** A survey to draw up. */
@Schema(name = "NewSurvey")
record NewSurvey(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Pattern(regexp = Ids.PATTERN) String concept,
        @Schema(description = "The channel of every response that names none.") @Pattern(regexp = Ids.PATTERN) @Nullable String channel,
        @Schema(description = "The touchpoint of every response that names none.") @Pattern(regexp = Ids.PATTERN) @Nullable String touchpoint,
        @Schema(description = "No interaction before it is taken in; now unless told; may lie in the past.") @Nullable Instant inUseFrom,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid SurveyQuestion> questions) {

    /**
     * @throws InvalidInput listing every contradiction between the fields
     */
    SurveyEvent.DrawnUp drawnUp(String id, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            SurveyQuestion question = questions.get(i);
            if (!ids.add(question.id())) {
                violations.add(new Violation("/questions/" + i + "/id", "another question has this id"));
            }
            if (question.scale().min().compareTo(question.scale().max()) >= 0) {
                violations.add(new Violation("/questions/" + i + "/scale/max", "must be more than min"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new SurveyEvent.DrawnUp(id, name, Ids.canonical(concept), Ids.canonicalOrNull(channel),
                Ids.canonicalOrNull(touchpoint), inUseFrom == null ? now : inUseFrom,
                questions.stream().map(SurveyQuestion::question).toList());
    }
}
