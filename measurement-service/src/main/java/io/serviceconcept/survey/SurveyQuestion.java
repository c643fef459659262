package io.serviceconcept.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.intake.MarkScale;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;

/** A question as the API shows it. */
@Schema(name = "SurveyQuestion")
record SurveyQuestion(
        @Schema(description = "Chosen by the sender; stable over versions, wording and languages.") @NotNull @Size(max = 200) @Pattern(regexp = SurveyQuestion.ID) String id,
        @Schema(description = "RATING unless told. A MARK is 1 to 10, an NPS a whole number from 0 to 10, a YES_NO is answered with yes or no.") @Nullable QuestionType type,
        @NotNull @Valid QuestionText text,
        @Schema(description = "The lowest and highest mark of a RATING; that of a MARK and an NPS need not be told.") @Valid @Nullable MarkScale scale,
        @Schema(description = "What can be chosen, for SINGLE_CHOICE and MULTIPLE_CHOICE.") @Size(max = 100) @Nullable List<@NotNull @Valid QuestionOption> options,
        @Schema(description = "Whether a response without an answer to it is refused; not unless told.") @Nullable Boolean required,
        @Schema(description = "The indicators that an answer feeds.") @NotNull @Size(max = 200) List<@NotNull @Pattern(regexp = Ids.PATTERN) String> indicators,
        @Schema(description = "The need the question asks about.") @Pattern(regexp = Ids.PATTERN) @Nullable String need) {

    static final String ID = "^[a-z0-9]+(-[a-z0-9]+)*(?!\\n)$";
    private static final int DECIMALS = 6;

    /** The wording per language. */
    @Schema(name = "QuestionText")
    record QuestionText(@NotBlank @Size(max = 4000) String nl, @Size(max = 4000) @Nullable String en) {

        static QuestionText of(Wording wording) {
            return new QuestionText(wording.nl(), wording.en());
        }

        Wording wording() {
            return new Wording(nl, en);
        }
    }

    /** Something that can be chosen. */
    @Schema(name = "QuestionOption")
    record QuestionOption(
            @Schema(description = "Chosen by the sender; stable over versions, wording and languages.") @NotNull @Size(max = 200) @Pattern(regexp = ID) String id,
            @NotNull @Valid QuestionText text,
            @Schema(description = "The number that the choice feeds into indicators; without one it feeds none.") @DecimalMin("-1000000") @DecimalMax("1000000") @Nullable BigDecimal value) {

        static QuestionOption of(Option option) {
            return new QuestionOption(option.id(), QuestionText.of(option.text()), option.value());
        }

        Option option() {
            return new Option(id, text.wording(), Decimals.canonicalOrNull(value));
        }
    }

    static SurveyQuestion of(Question question) {
        List<QuestionOption> options = question.options().stream().map(QuestionOption::of).toList();
        return new SurveyQuestion(question.id(), question.type(), QuestionText.of(question.text()),
                MarkScale.of(question.scale()), options.isEmpty() ? null : options, question.required(),
                question.indicators(), question.need());
    }

    Question question() {
        return new Question(id, kind(), text.wording(), ownScale(), chosenFrom().stream().map(QuestionOption::option).toList(),
                Boolean.TRUE.equals(required), indicators.stream().map(Ids::canonical).distinct().toList(),
                Ids.canonicalOrNull(need));
    }

    private QuestionType kind() {
        return type == null ? QuestionType.RATING : type;
    }

    private @Nullable Scale ownScale() {
        Scale fixed = kind().fixedScale();
        return fixed != null ? fixed : scale == null ? null : scale.scale();
    }

    private List<QuestionOption> chosenFrom() {
        return options == null ? List.of() : options;
    }

    /** Every contradiction between its fields. */
    List<Violation> violations(String pointer) {
        List<Violation> violations = new ArrayList<>();
        checkScale(pointer + "/scale", violations);
        checkOptions(pointer + "/options", violations);
        return violations;
    }

    private void checkScale(String pointer, List<Violation> violations) {
        Scale fixed = kind().fixedScale();
        if (scale == null) {
            if (kind().hasScale() && fixed == null) {
                violations.add(new Violation(pointer, "a " + kind() + " has a scale"));
            }
        } else if (!kind().hasScale()) {
            violations.add(new Violation(pointer, "a " + kind() + " has no scale"));
        } else if (fixed != null && !fixed.sameAs(scale.scale())) {
            violations.add(new Violation(pointer, "a " + kind() + " is from " + fixed.min() + " to " + fixed.max()));
        } else if (scale.min().compareTo(scale.max()) >= 0) {
            violations.add(new Violation(pointer + "/max", "must be more than min"));
        }
    }

    private void checkOptions(String pointer, List<Violation> violations) {
        if (kind().hasOptions() && chosenFrom().size() < 2) {
            violations.add(new Violation(pointer, "a " + kind() + " has two options or more"));
        }
        if (!kind().hasOptions() && !chosenFrom().isEmpty()) {
            violations.add(new Violation(pointer, "a " + kind() + " has no options"));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < chosenFrom().size(); i++) {
            QuestionOption option = chosenFrom().get(i);
            if (!ids.add(option.id())) {
                violations.add(new Violation(pointer + '/' + i + "/id", "another option has this id"));
            }
            if (option.value() != null && option.value().scale() > DECIMALS) {
                violations.add(new Violation(pointer + '/' + i + "/value", "has at most " + DECIMALS + " decimals"));
            }
        }
    }
}
