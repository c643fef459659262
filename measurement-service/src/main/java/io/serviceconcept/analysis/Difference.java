package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import io.serviceconcept.figure.Interval;

/**
 * The difference of two figures of samples that have nobody in common, first less second.
 *
 * @param interval of 95 %
 * @param p how likely a difference as large or larger is where there is none, two-sided
 * @param method by which interval and test are computed
 */
record Difference(BigDecimal difference, Interval interval, BigDecimal p, Method method) {

    private static final double UPPER_TAIL = 0.025;
    private static final int DECIMALS_OF_P = 6;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How interval and test are computed. */
    enum Method {
        /** Welch, "The generalization of Student's problem", 1947. */
        WELCH,
        /**
         * The interval of Newcombe, "Interval estimation for the difference between independent proportions", 1998, method 10;
         * the pooled test of two proportions.
         */
        NEWCOMBE,
        /** The normal distribution, for scores whose interval is drawn with it. */
        NORMAL
    }

    /** Whether zero lies outside the interval. */
    boolean differs() {
        return interval.low().signum() > 0 || interval.high().signum() < 0;
    }

    /** Of two means. The standard errors follow from Student's intervals. */
    static Difference ofMeans(Sample first, Sample second) {
        BigDecimal a = squared(standardError(first, t(first.n() - 1.0)));
        BigDecimal b = squared(standardError(second, t(second.n() - 1.0)));
        BigDecimal variance = a.add(b);
        BigDecimal difference = first.figure().subtract(second.figure());
        if (variance.signum() == 0) {
            return certain(difference, Method.WELCH);
        }
        // the degrees of freedom of Welch and Satterthwaite
        BigDecimal freedom = squared(variance).divide(
                squared(a).divide(BigDecimal.valueOf(first.n() - 1), MathContext.DECIMAL128)
                        .add(squared(b).divide(BigDecimal.valueOf(second.n() - 1), MathContext.DECIMAL128)),
                MathContext.DECIMAL128);
        TDistribution distribution = TDistribution.of(freedom.doubleValue());
        BigDecimal error = variance.sqrt(MathContext.DECIMAL128);
        BigDecimal half = BigDecimal.valueOf(distribution.inverseSurvivalProbability(UPPER_TAIL)).multiply(error,
                MathContext.DECIMAL128);
        double statistic = difference.abs().divide(error, MathContext.DECIMAL128).doubleValue();
        return new Difference(difference, new Interval(difference.subtract(half), difference.add(half)),
                twice(distribution.survivalProbability(statistic)), Method.WELCH);
    }

    /** Of two shares in percent. */
    static Difference ofShares(Sample first, Sample second) {
        BigDecimal difference = first.figure().subtract(second.figure());
        BigDecimal below = distance(first.figure().subtract(first.interval().low()),
                second.interval().high().subtract(second.figure()));
        BigDecimal above = distance(first.interval().high().subtract(first.figure()),
                second.figure().subtract(second.interval().low()));
        Interval interval = new Interval(difference.subtract(below), difference.add(above));
        BigDecimal one = BigDecimal.valueOf(first.n());
        BigDecimal other = BigDecimal.valueOf(second.n());
        BigDecimal pooled = first.figure().multiply(one).add(second.figure().multiply(other))
                .divide(one.add(other).multiply(HUNDRED), MathContext.DECIMAL128);
        BigDecimal variance = pooled.multiply(BigDecimal.ONE.subtract(pooled))
                .multiply(BigDecimal.ONE.divide(one, MathContext.DECIMAL128)
                        .add(BigDecimal.ONE.divide(other, MathContext.DECIMAL128)));
        if (variance.signum() == 0) {
            return new Difference(difference, interval, BigDecimal.ONE, Method.NEWCOMBE);
        }
        return new Difference(difference, interval,
                normal(difference.divide(HUNDRED, MathContext.DECIMAL128), variance), Method.NEWCOMBE);
    }

    /**
     * Of two net promoter scores, whose intervals were drawn with the normal distribution; at most one side of each is cut off
     * at an end of the scale, and the standard error follows from the other.
     */
    static Difference ofScores(Sample first, Sample second) {
        BigDecimal z = BigDecimal.valueOf(NormalDistribution.of(0, 1).inverseSurvivalProbability(UPPER_TAIL));
        BigDecimal difference = first.figure().subtract(second.figure());
        BigDecimal variance = squared(errorOfScore(first, z)).add(squared(errorOfScore(second, z)));
        if (variance.signum() == 0) {
            return certain(difference, Method.NORMAL);
        }
        BigDecimal half = z.multiply(variance.sqrt(MathContext.DECIMAL128), MathContext.DECIMAL128);
        return new Difference(difference, new Interval(difference.subtract(half), difference.add(half)),
                normal(difference, variance), Method.NORMAL);
    }

    private static Difference certain(BigDecimal difference, Method method) {
        return new Difference(difference, new Interval(difference, difference),
                difference.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO, method);
    }

    private static BigDecimal normal(BigDecimal difference, BigDecimal variance) {
        double statistic = difference.abs().divide(variance.sqrt(MathContext.DECIMAL128), MathContext.DECIMAL128)
                .doubleValue();
        return twice(NormalDistribution.of(0, 1).survivalProbability(statistic));
    }

    private static BigDecimal twice(double tail) {
        return BigDecimal.valueOf(Math.min(1, 2 * tail)).setScale(DECIMALS_OF_P, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal t(double freedom) {
        return BigDecimal.valueOf(TDistribution.of(freedom).inverseSurvivalProbability(UPPER_TAIL));
    }

    private static BigDecimal standardError(Sample sample, BigDecimal quantile) {
        return sample.interval().high().subtract(sample.interval().low())
                .divide(TWO.multiply(quantile), MathContext.DECIMAL128);
    }

    private static BigDecimal errorOfScore(Sample sample, BigDecimal z) {
        BigDecimal middle = Interval.middleOfNetPromoters(sample.figure(), sample.n());
        BigDecimal below = middle.subtract(sample.interval().low());
        BigDecimal above = sample.interval().high().subtract(middle);
        return below.max(above).divide(z, MathContext.DECIMAL128);
    }

    private static BigDecimal distance(BigDecimal one, BigDecimal other) {
        return squared(one).add(squared(other)).sqrt(MathContext.DECIMAL128);
    }

    private static BigDecimal squared(BigDecimal value) {
        return value.multiply(value);
    }
}
