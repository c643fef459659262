package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an indicator for a period and a slice.
 *
 * @param complete false for a census in which an expected location lacks a day
 * @param n the number of responses or of timed facts; null for a census, and where a reported figure does not tell
 * @param value a mean is rounded to what is shown before it is compared: three marks that average a third of a point
 *        would otherwise miss a norm that they meet exactly
 * @param interval null for a census and for reported figures
 * @param beside what stands beside it
 */
public record Figure(Basis basis, boolean complete, @Nullable Long n, BigDecimal value, @Nullable Interval interval,
        Beside beside) {

    /** Below this many responses a figure could be traced to people. */
    public static final int RELEASED_FROM = 10;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal PROMOTERS_FROM = BigDecimal.valueOf(9);
    private static final BigDecimal DETRACTORS_TO = BigDecimal.valueOf(6);
    private static final BigDecimal EASY_FROM = BigDecimal.valueOf(5);

    public Figure(Basis basis, boolean complete, @Nullable Long n, BigDecimal value, @Nullable Interval interval) {
        this(basis, complete, n, value, interval, Beside.NOTHING);
    }

    /** The mean of marks, with their percentiles. */
    public static Figure ofMean(Histogram marks) {
        return marks.n() == 0 ? ofNobody() : ofMean(Basis.RESPONSES, marks.sums(), Beside.percentiles(marks, null));
    }

    /** The mean of marks from 1 to 7, with the share at or above 5. */
    public static Figure ofEffort(Histogram marks) {
        return marks.n() == 0 ? ofNobody()
                : ofMean(Basis.RESPONSES, marks.sums(),
                        Beside.percentiles(marks, share(BigDecimal.valueOf(marks.atLeast(EASY_FROM)), marks.n())));
    }

    /** The share of marks at or above a cut-off, in percent. */
    public static Figure ofTopBox(Histogram marks, BigDecimal cutOff) {
        return ofShare(BigDecimal.valueOf(marks.atLeast(cutOff)), marks.n());
    }

    /** The share of those who said yes, in percent; who said yes to one of two counts half. */
    public static Figure ofShare(Histogram answers) {
        return ofShare(answers.sums().total(), answers.n());
    }

    /** Promoters less detractors of marks from 0 to 10, from -100 to 100. */
    public static Figure ofNetPromoters(Histogram marks) {
        long n = marks.n();
        if (n == 0) {
            return ofNobody();
        }
        long promoters = marks.atLeast(PROMOTERS_FROM);
        long detractors = marks.atMost(DETRACTORS_TO);
        Interval interval = Interval.ofNetPromoters(promoters, detractors, n);
        return new Figure(Basis.RESPONSES, true, n,
                Decimals.shown(percent(BigDecimal.valueOf(promoters - detractors), BigDecimal.valueOf(n))),
                interval == null ? null : interval.times(HUNDRED).shown());
    }

    /**
     * The mean of timed facts.
     *
     * @param values by which percentiles are told; fewer than the sums know of when some came as totals, then there is
     *        neither a percentile nor an interval
     */
    public static Figure ofDurations(Sums sums, Histogram values) {
        boolean eachKnown = values.n() == sums.n();
        return eachKnown ? ofMean(Basis.OBSERVATIONS, sums, Beside.percentiles(values, null))
                : new Figure(Basis.OBSERVATIONS, true, sums.n(), Decimals.shown(sums.mean()), null);
    }

    public static Figure ofCensus(BigDecimal total, boolean complete) {
        return new Figure(Basis.OBSERVATIONS, complete, null, total, null);
    }

    /** A counted numerator of a counted denominator, in percent: a census. */
    public static Figure ofCountedShare(BigDecimal numerator, BigDecimal denominator, boolean complete) {
        return new Figure(Basis.OBSERVATIONS, complete, null, Decimals.shown(percent(numerator, denominator)), null);
    }

    public static Figure reported(BigDecimal value, @Nullable Long n) {
        return new Figure(Basis.REPORTED, true, n, value, null);
    }

    /**
     * The change between two figures in percent. It may be seen where both may.
     *
     * @param change (current − baseline) / baseline
     * @param interval of the change; null where it has none
     */
    public static Figure ofChange(Figure current, Figure baseline, BigDecimal change, @Nullable Interval interval) {
        Long fewest = current.n == null || baseline.n != null && baseline.n < current.n ? baseline.n : current.n;
        return new Figure(current.basis, current.complete && baseline.complete, fewest, Decimals.shown(change),
                interval);
    }

    /** What is left when all who answered took it back: nothing that may be seen. */
    private static Figure ofNobody() {
        return new Figure(Basis.RESPONSES, true, 0L, BigDecimal.ZERO, null);
    }

    private static Figure ofMean(Basis basis, Sums sums, Beside beside) {
        Interval interval = Interval.aroundMean(sums);
        return new Figure(basis, true, sums.n(), Decimals.shown(sums.mean()), interval == null ? null : interval.shown(),
                beside);
    }

    private static Figure ofShare(BigDecimal hits, long n) {
        if (n == 0) {
            return ofNobody();
        }
        Estimate share = share(hits, n);
        return new Figure(Basis.RESPONSES, true, n, share.value(), share.interval());
    }

    private static Estimate share(BigDecimal hits, long n) {
        Interval interval = Interval.ofProportion(hits, n);
        return new Estimate(percent(hits, BigDecimal.valueOf(n)), interval == null ? null : interval.times(HUNDRED))
                .shown();
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128);
    }

    /** Whether it may not be shown. Counts are facts about an organisation and never hidden. */
    public boolean hidden() {
        return basis != Basis.OBSERVATIONS && fewerThan(RELEASED_FROM);
    }

    /** Whether it rests on fewer responses or timed facts than {@code minimum}; a census has no minimum. */
    public boolean fewerThan(int minimum) {
        return n != null && n < minimum;
    }

    public boolean census() {
        return basis == Basis.OBSERVATIONS && n == null;
    }
}
