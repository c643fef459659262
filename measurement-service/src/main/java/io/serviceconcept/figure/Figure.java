package io.serviceconcept.figure;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an indicator for a period and a slice.
 *
 * @param complete false for a census in which an expected location lacks a day
 * @param n the number of responses; null for a census, and where a reported figure does not tell
 * @param value a mean is rounded to what is shown before it is compared: three marks that average a third of a point
 *        would otherwise miss a norm that they meet exactly
 * @param interval null for a census and for reported figures
 */
public record Figure(Basis basis, boolean complete, @Nullable Long n, BigDecimal value, @Nullable Interval interval) {

    /** Below this many responses a figure could be traced to people. */
    public static final int RELEASED_FROM = 10;

    public static Figure ofResponses(Sums sums) {
        Interval interval = Interval.aroundMean(sums);
        return new Figure(Basis.RESPONSES, true, sums.n(), Decimals.shown(sums.mean()),
                interval == null ? null : interval.shown());
    }

    public static Figure ofCensus(BigDecimal total, boolean complete) {
        return new Figure(Basis.OBSERVATIONS, complete, null, total, null);
    }

    public static Figure reported(BigDecimal value, @Nullable Long n) {
        return new Figure(Basis.REPORTED, true, n, value, null);
    }

    /** Whether it may not be shown. Counts are facts about an organisation and never hidden. */
    public boolean hidden() {
        return fewerThan(RELEASED_FROM);
    }

    /** Whether it rests on fewer responses than {@code minimum}; a census has no minimum. */
    public boolean fewerThan(int minimum) {
        return basis != Basis.OBSERVATIONS && n != null && n < minimum;
    }

    public boolean census() {
        return basis == Basis.OBSERVATIONS;
    }
}
