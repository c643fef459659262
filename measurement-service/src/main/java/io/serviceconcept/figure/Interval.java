package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.math.MathContext;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** A 95 % confidence interval, both ends included, in the unit of the figure. */
public record Interval(BigDecimal low, BigDecimal high) {

    private static final double UPPER_TAIL = 0.025;

    /** 1.959964: the normal quantile of 97.5 %. */
    private static final BigDecimal Z = BigDecimal
            .valueOf(NormalDistribution.of(0, 1).inverseSurvivalProbability(UPPER_TAIL));

    private static final BigDecimal Z_SQUARED = Z.multiply(Z);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** What is added to each of promoters, passives and detractors. */
    private static final BigDecimal ADDED = new BigDecimal("0.75");
    private static final BigDecimal ADDED_IN_ALL = ADDED.multiply(BigDecimal.valueOf(3));

    /**
     * Student's t interval around a mean: mean ± t(0.975, n − 1) · s / √n (Student, "The probable error of a mean", 1908).
     *
     * @return null below two values, where there is no spread to speak of
     */
    public static @Nullable Interval aroundMean(Sums sums) {
        if (sums.n() < 2) {
            return null;
        }
        BigDecimal t = BigDecimal.valueOf(TDistribution.of(sums.n() - 1.0).inverseSurvivalProbability(UPPER_TAIL));
        BigDecimal standardError = sums.variance().divide(BigDecimal.valueOf(sums.n()), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128);
        BigDecimal half = t.multiply(standardError, MathContext.DECIMAL128);
        return new Interval(sums.mean().subtract(half), sums.mean().add(half));
    }

    /**
     * Wilson's score interval of a proportion, from 0 to 1: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n) (Wilson,
     * "Probable inference, the law of succession, and statistical inference", 1927).
     *
     * @param hits 0 to n; a part of one where a response is half a hit
     * @return null when there is nothing to take a share of
     */
    public static @Nullable Interval ofProportion(BigDecimal hits, long n) {
        if (n < 1) {
            return null;
        }
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal p = hits.divide(count, MathContext.DECIMAL128);
        BigDecimal middle = p.add(Z_SQUARED.divide(TWO.multiply(count), MathContext.DECIMAL128));
        BigDecimal variance = p.multiply(BigDecimal.ONE.subtract(p)).divide(count, MathContext.DECIMAL128)
                .add(Z_SQUARED.divide(FOUR.multiply(count).multiply(count), MathContext.DECIMAL128));
        BigDecimal half = Z.multiply(variance.sqrt(MathContext.DECIMAL128));
        BigDecimal scale = BigDecimal.ONE.add(Z_SQUARED.divide(count, MathContext.DECIMAL128));
        return new Interval(middle.subtract(half).divide(scale, MathContext.DECIMAL128).max(BigDecimal.ZERO),
                middle.add(half).divide(scale, MathContext.DECIMAL128).min(BigDecimal.ONE));
    }

    /**
     * The interval of a net promoter score, from -1 to 1: with ¾ added to each of the three classes, p − d ± z · √(variance
     * / n): an adjusted Wald interval, as Rocks recommends ("Interval estimation for the net promoter score", The American
     * Statistician 70, 2016; he adds 1½ to the passives); the plain one covers 85 % where it should 95 %.
     *
     * @return null when nobody answered
     */
    public static @Nullable Interval ofNetPromoters(long promoters, long detractors, long n) {
        if (n < 1) {
            return null;
        }
        BigDecimal count = BigDecimal.valueOf(n).add(ADDED_IN_ALL);
        BigDecimal p = BigDecimal.valueOf(promoters).add(ADDED).divide(count, MathContext.DECIMAL128);
        BigDecimal d = BigDecimal.valueOf(detractors).add(ADDED).divide(count, MathContext.DECIMAL128);
        BigDecimal half = Z.multiply(
                netPromoterVariance(p, d).divide(count, MathContext.DECIMAL128).sqrt(MathContext.DECIMAL128));
        BigDecimal score = p.subtract(d);
        return new Interval(score.subtract(half).max(BigDecimal.ONE.negate()), score.add(half).min(BigDecimal.ONE));
    }

    /**
     * What the interval of a net promoter score reaches as far below as above, unless it was cut off at an end of the scale:
     * the score with ¾ added to each of the three classes.
     *
     * @param score in the unit of the interval
     * @param n 1 or more
     */
    public static BigDecimal middleOfNetPromoters(BigDecimal score, long n) {
        BigDecimal count = BigDecimal.valueOf(n);
        return score.multiply(count).divide(count.add(ADDED_IN_ALL), MathContext.DECIMAL128);
    }

    /** p + d − (p − d)²: the variance of an answer that is 1 for a promoter, -1 for a detractor and else 0. */
    static BigDecimal netPromoterVariance(BigDecimal promoters, BigDecimal detractors) {
        BigDecimal score = promoters.subtract(detractors);
        return promoters.add(detractors).subtract(score.multiply(score));
    }

    Interval times(BigDecimal factor) {
        return new Interval(low.multiply(factor), high.multiply(factor));
    }

    /** As it is shown, and compared. */
    Interval shown() {
        return new Interval(Decimals.shown(low), Decimals.shown(high));
    }
}
