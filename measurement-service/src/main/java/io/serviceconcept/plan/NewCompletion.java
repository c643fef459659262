package io.serviceconcept.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.intake.Ids;

/** What people tell of a plan: from where, how often, by whom. */
@Schema(name = "PlanCompletion")
record NewCompletion(
        @NotNull PlanSource source,
        @Schema(description = "The survey of a SURVEY.") @Pattern(regexp = Ids.PATTERN) @Nullable String survey,
        @Schema(description = "The question of a SURVEY; it feeds the indicator.") @Size(min = 1, max = 100) @Nullable String question,
        @Schema(description = "The system that counts, for OBSERVATIONS: their source.") @Size(min = 1, max = 100) @Nullable String feed,
        @Schema(description = "How long the periods are of which a figure is expected: MONTH, QUARTER or YEAR, at most the window; the window unless told.") @Nullable PeriodKind frequency,
        @Schema(description = "Who sees to it; the owner of the objective unless told.") @Size(min = 1, max = 200) @Nullable String owner,
        @Schema(description = "How many days after a period its figure is due; 14 unless told.") @Min(0) @Max(366) @Nullable Integer dueDays) {

    /**
     * @param window of the target
     * @throws InvalidInput listing every contradiction between the fields
     */
    Completion completion(PeriodKind window) {
        List<Violation> violations = new ArrayList<>();
        check(source == PlanSource.SURVEY, survey, "/survey", "SURVEY", violations);
        check(source == PlanSource.SURVEY, question, "/question", "SURVEY", violations);
        check(source == PlanSource.OBSERVATIONS, feed, "/feed", "OBSERVATIONS", violations);
        PeriodKind often = frequency == null ? window : frequency;
        if (!EnumSet.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR).contains(often)) {
            violations.add(new Violation("/frequency", "is MONTH, QUARTER or YEAR"));
        } else if (often.compareTo(window) > 0) {
            violations.add(new Violation("/frequency", "is at most the window, a " + window));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new Completion(source, Ids.canonicalOrNull(survey), question, feed, often, owner,
                dueDays == null ? Completion.USUAL_DUE_DAYS : dueDays);
    }

    private static void check(boolean wanted, @Nullable String value, String pointer, String kind,
            List<Violation> violations) {
        if (wanted && value == null) {
            violations.add(new Violation(pointer, "is told for a " + kind));
        } else if (!wanted && value != null) {
            violations.add(new Violation(pointer, "is only told for a " + kind));
        }
    }

    static @Nullable NewCompletion of(@Nullable Completion told) {
        return told == null ? null
                : new NewCompletion(told.source(), told.survey(), told.question(), told.feed(), told.frequency(),
                        told.owner(), told.dueDays());
    }
}
