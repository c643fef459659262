package io.serviceconcept.concept;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/**
 * @param value a figure in the indicator's unit, or for CHANGE a percentage since the baseline year
 * @param measure FIGURE when not given
 * @param baselineYear the year whose same calendar period is the baseline; with CHANGE only
 */
record ObjectiveTarget(@NotNull TargetComparison comparison,
        @NotNull @DecimalMin("-1000000000000") @DecimalMax("1000000000000") @Schema(multipleOf = 0.000001) BigDecimal value,
        @Nullable TargetMeasure measure, @Nullable @Min(1900) @Max(2200) Integer baselineYear) {

    /**
     * @throws InvalidInput when the baseline year is missing or means nothing
     */
    Objective.Target checked() {
        TargetMeasure asked = measure == null ? TargetMeasure.FIGURE : measure;
        if (asked == TargetMeasure.CHANGE && baselineYear == null) {
            throw new InvalidInput("/target/baselineYear", "is required for a change");
        }
        if (asked == TargetMeasure.FIGURE && baselineYear != null) {
            throw new InvalidInput("/target/baselineYear", "is for a change only");
        }
        return new Objective.Target(comparison, Decimals.plain(value), asked, baselineYear);
    }

    static @Nullable ObjectiveTarget of(Objective.@Nullable Target target) {
        return target == null ? null
                : new ObjectiveTarget(target.comparison(), target.value(), target.measure(), target.baselineYear());
    }
}
