package io.serviceconcept.figure;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/** Percentiles by nearest rank. */
final class Percentile {

    private static final double TAIL = 0.025;

    private Percentile() {
    }

    /**
     * The smallest value that at least {@code percent} % of all values do not exceed (nearest rank), and its interval.
     *
     * @param percent from 1 to 99
     * @throws IllegalArgumentException when there is no value
     */
    static Estimate of(Histogram values, int percent) {
        long n = values.n();
        long rank = (percent * n + 99) / 100;
        return new Estimate(values.atRank(Math.max(rank, 1)), interval(values, n, percent));
    }

    /**
     * The values at two ranks between which the percentile of the population lies with 95 % (Conover, "Practical
     * Nonparametric Statistics", 3.2: the number of values that do not exceed it is binomial).
     *
     * @return null while even the largest or smallest value is not beyond it with 97.5 %: for p90 below 36 values, for p95
     *         below 72, for the median below 6
     */
    private static @Nullable Interval interval(Histogram values, long n, int percent) {
        if (n > Integer.MAX_VALUE) {
            return null;
        }
        BinomialDistribution below = BinomialDistribution.of((int) n, percent / 100.0);
        // P(fewer than low values below it) and P(high values or more below it) are each at most 2.5 %
        long low = below.inverseCumulativeProbability(TAIL);
        long high = below.inverseSurvivalProbability(TAIL) + 1L;
        if (low < 1 || high > n) {
            return null;
        }
        return new Interval(values.atRank(low), values.atRank(high));
    }
}
