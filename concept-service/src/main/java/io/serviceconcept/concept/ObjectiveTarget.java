package io.serviceconcept.concept;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;

/**
 * @param value a figure in the indicator's unit, or for CHANGE a percentage since the baseline year; at most six decimals
 * @param measure FIGURE when not given
 * @param baselineYear the year whose same calendar period is the baseline; with CHANGE only
 */
record ObjectiveTarget(@NotNull TargetComparison comparison,
        @NotNull @DecimalMin("-1000000000000") @DecimalMax("1000000000000") BigDecimal value,
        @Nullable TargetMeasure measure, @Nullable @Min(1900) @Max(2200) Integer baselineYear) {

    void check(Checks checks) {
        boolean change = measure == TargetMeasure.CHANGE;
        checks.decimals(value, 6, "/target/value")
                .require(!change || baselineYear != null, "/target/baselineYear", "is required for a change")
                .require(change || baselineYear == null, "/target/baselineYear", "is for a change only");
    }

    Objective.Target target() {
        return new Objective.Target(comparison, Decimals.plain(value), measure == null ? TargetMeasure.FIGURE : measure,
                baselineYear);
    }

    static @Nullable ObjectiveTarget of(Objective.@Nullable Target target) {
        return target == null ? null
                : new ObjectiveTarget(target.comparison(), target.value(), target.measure(), target.baselineYear());
    }
}
