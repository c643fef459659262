package io.serviceconcept.survey;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.Ids;
import io.serviceconcept.intake.MarkScale;

/** A closed question as the API shows it. */
@Schema(name = "SurveyQuestion")
record SurveyQuestion(
        @Schema(description = "Chosen by the sender; stable over wording and languages.") @NotNull @Size(max = 200) @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*(?!\\n)$") String id,
        @NotNull @Valid QuestionText text,
        @NotNull @Valid MarkScale scale,
        @Schema(description = "The indicators that an answer feeds.") @NotNull @Size(max = 200) List<@NotNull @Pattern(regexp = Ids.PATTERN) String> indicators,
        @Schema(description = "The need the question asks about.") @Pattern(regexp = Ids.PATTERN) @Nullable String need) {

    /** The wording per language. */
    @Schema(name = "QuestionText")
    record QuestionText(@NotBlank @Size(max = 4000) String nl, @Size(max = 4000) @Nullable String en) {
    }

    static SurveyQuestion of(SurveyEvent.Question question) {
        return new SurveyQuestion(question.id(), new QuestionText(question.text().nl(), question.text().en()),
                new MarkScale(question.scale().min(), question.scale().max()), question.indicators(), question.need());
    }

    SurveyEvent.Question question() {
        return new SurveyEvent.Question(id, new SurveyEvent.Wording(text.nl(), text.en()), scale.scale(),
                indicators.stream().map(Ids::canonical).distinct().toList(), Ids.canonicalOrNull(need));
    }
}
