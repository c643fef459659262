package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.math.MathContext;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The 95 % interval of the change between two figures that rest on samples with nobody in common, in percent of the baseline:
 * that of their ratio, less one. It is found from the intervals of both.
 */
public final class ChangeInterval {

    private static final double UPPER_TAIL = 0.025;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ChangeInterval() {
    }

    /**
     * Of two means: all ratios r for which |current − r · baseline| ≤ t · √(variance of current + r² · variance of baseline)
     * (Fieller, "Some problems in interval estimation", Journal of the Royal Statistical Society B 16, 1954). The variances are
     * those of Student's intervals; t has the degrees of freedom of Welch and Satterthwaite at the ratio that was found
     * (Tamhane and Logan, "Finding the maximum safe dose level for heteroscedastic data", Journal of Biopharmaceutical
     * Statistics 14, 2004).
     *
     * @return null where one of them has no interval, or the baseline is not clear of zero: then any ratio may be right
     */
    public static @Nullable Interval ofMeans(Figure current, Figure baseline) {
        Interval ofCurrent = current.interval();
        Interval ofBaseline = baseline.interval();
        Long n = current.n();
        Long nBefore = baseline.n();
        if (ofCurrent == null || ofBaseline == null || n == null || nBefore == null || baseline.value().signum() == 0) {
            return null;
        }
        BigDecimal a = current.value();
        BigDecimal b = baseline.value();
        BigDecimal variance = variance(ofCurrent, n);
        BigDecimal varianceBefore = variance(ofBaseline, nBefore);
        BigDecimal t = quantile(variance, n, squared(a.divide(b, MathContext.DECIMAL128)).multiply(varianceBefore), nBefore);
        return ofRatio(a.multiply(b), squared(a).subtract(squared(t).multiply(variance)),
                squared(a).subtract(squared(t).multiply(variance)), squared(b).subtract(squared(t).multiply(varianceBefore)),
                squared(b).subtract(squared(t).multiply(varianceBefore)));
    }

    /**
     * Of two shares in percent, as Fieller's with the distances of Wilson's limits in the place of t times the standard errors:
     * the lower limit takes how far the current share may lie below and the baseline above, the upper limit the other way round
     * (MOVER-R; Donner and Zou, "Closed-form confidence intervals for functions of the normal mean and standard deviation",
     * Statistical Methods in Medical Research 21, 2012).
     *
     * @return null where one of them has no interval, or nobody was counted in the baseline
     */
    public static @Nullable Interval ofShares(Figure current, Figure baseline) {
        Interval ofCurrent = current.interval();
        Interval ofBaseline = baseline.interval();
        if (ofCurrent == null || ofBaseline == null || baseline.value().signum() == 0) {
            return null;
        }
        BigDecimal a = current.value();
        BigDecimal b = baseline.value();
        return ofRatio(a.multiply(b), lessDistance(a, ofCurrent.low()), lessDistance(a, ofCurrent.high()),
                lessDistance(b, ofBaseline.high()), lessDistance(b, ofBaseline.low()));
    }

    /**
     * The roots of lower · r² − 2 · product · r + upper = 0 on either side, as a change.
     *
     * @param below the square of the current figure less that of its distance to the limit below; above likewise
     * @param under the same of the baseline for the limit below; {@code over} for the limit above
     */
    private static @Nullable Interval ofRatio(BigDecimal product, BigDecimal below, BigDecimal above, BigDecimal under,
            BigDecimal over) {
        if (over.signum() <= 0) {
            return null;
        }
        BigDecimal low;
        if (under.signum() > 0) {
            low = product.subtract(root(product, below, under)).divide(under, MathContext.DECIMAL128);
        } else {
            // the same root where the baseline reaches as far above as it is from zero; it is no share less than none
            low = product.signum() == 0 ? BigDecimal.ZERO
                    : below.divide(product.add(root(product, below, under)), MathContext.DECIMAL128);
        }
        BigDecimal high = product.add(root(product, above, over)).divide(over, MathContext.DECIMAL128);
        return new Interval(change(low), change(high)).shown();
    }

    private static BigDecimal root(BigDecimal product, BigDecimal ofCurrent, BigDecimal ofBaseline) {
        return squared(product).subtract(ofCurrent.multiply(ofBaseline)).max(BigDecimal.ZERO).sqrt(MathContext.DECIMAL128);
    }

    private static BigDecimal change(BigDecimal ratio) {
        return ratio.subtract(BigDecimal.ONE).multiply(HUNDRED);
    }

    private static BigDecimal variance(Interval ofMean, long n) {
        BigDecimal t = BigDecimal.valueOf(TDistribution.of(n - 1.0).inverseSurvivalProbability(UPPER_TAIL));
        return squared(ofMean.high().subtract(ofMean.low()).divide(TWO.multiply(t), MathContext.DECIMAL128));
    }

    private static BigDecimal quantile(BigDecimal one, long n, BigDecimal other, long otherN) {
        BigDecimal both = one.add(other);
        if (both.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal freedom = squared(both).divide(
                squared(one).divide(BigDecimal.valueOf(n - 1), MathContext.DECIMAL128)
                        .add(squared(other).divide(BigDecimal.valueOf(otherN - 1), MathContext.DECIMAL128)),
                MathContext.DECIMAL128);
        return BigDecimal.valueOf(TDistribution.of(freedom.doubleValue()).inverseSurvivalProbability(UPPER_TAIL));
    }

    /** value² − (value − limit)² */
    private static BigDecimal lessDistance(BigDecimal value, BigDecimal limit) {
        return limit.multiply(TWO.multiply(value).subtract(limit));
    }

    private static BigDecimal squared(BigDecimal value) {
        return value.multiply(value);
    }
}
