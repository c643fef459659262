package io.serviceconcept.objective;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Interval;

/**
 * The norm of an objective.
 *
 * @param value in the indicator's unit, or in percent for {@link Measure#CHANGE}
 */
public record Target(Comparison comparison, BigDecimal value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Judges a figure. Whatever stands in the way of a verdict goes first; then the interval decides where it lies wholly
     * on one side, else the figure says what is likely.
     *
     * @param figure null when nothing is known
     * @param minimumN the least number of responses
     */
    public Verdict judge(@Nullable Figure figure, int minimumN) {
        if (figure == null) {
            return Verdict.NO_DATA;
        }
        if (figure.hidden()) {
            return Verdict.HIDDEN;
        }
        if (!figure.complete()) {
            return Verdict.INCOMPLETE;
        }
        if (figure.fewerThan(minimumN)) {
            return Verdict.INSUFFICIENT;
        }
        if (figure.census()) {
            return firm(figure.value());
        }
        return judge(figure.value(), figure.interval());
    }

    private Verdict judge(BigDecimal judged, @Nullable Interval interval) {
        if (interval == null) {
            return likely(judged);
        }
        boolean lowHolds = comparison.holds(interval.low(), value);
        boolean highHolds = comparison.holds(interval.high(), value);
        return lowHolds == highHolds ? firm(judged) : likely(judged);
    }

    /**
     * Judges the change between two figures. Two counts give a firm verdict; otherwise the interval of the change decides where
     * it lies wholly on one side.
     *
     * @param current null when nothing is known
     * @param baseline the same months of the baseline year; null when nothing is known of them: a count is incomplete then,
     *        what was answered has nothing to be compared with
     * @param ofChange the interval of the change in percent; null where it has none
     */
    public Verdict judgeChange(@Nullable Figure current, @Nullable Figure baseline, @Nullable Interval ofChange,
            int minimumN) {
        if (current == null) {
            return Verdict.NO_DATA;
        }
        if (current.hidden() || baseline != null && baseline.hidden()) {
            return Verdict.HIDDEN;
        }
        if (baseline == null) {
            return current.census() ? Verdict.INCOMPLETE : Verdict.NO_DATA;
        }
        if (!current.complete() || !baseline.complete()) {
            return Verdict.INCOMPLETE;
        }
        if (current.fewerThan(minimumN) || baseline.fewerThan(minimumN)) {
            return Verdict.INSUFFICIENT;
        }
        BigDecimal change = change(current, baseline);
        if (change == null) {
            return Verdict.NO_DATA;
        }
        return current.census() && baseline.census() ? firm(change) : judge(change, ofChange);
    }

    /**
     * (current − baseline) / baseline in percent.
     *
     * @return null when the baseline is zero
     */
    public static @Nullable BigDecimal change(Figure current, Figure baseline) {
        if (baseline.value().signum() == 0) {
            return null;
        }
        return current.value().subtract(baseline.value()).multiply(HUNDRED).divide(baseline.value(),
                MathContext.DECIMAL128);
    }

    private Verdict firm(BigDecimal judged) {
        return comparison.holds(judged, value) ? Verdict.MET : Verdict.MISSED;
    }

    private Verdict likely(BigDecimal judged) {
        return comparison.holds(judged, value) ? Verdict.LIKELY_MET : Verdict.LIKELY_MISSED;
    }
}
