package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.math.MathContext;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** A 95 % confidence interval, both ends included, in the unit of the figure. */
public record Interval(BigDecimal low, BigDecimal high) {

    private static final double UPPER_TAIL = 0.025;

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

    /** As it is shown, and compared. */
    Interval shown() {
        return new Interval(Decimals.shown(low), Decimals.shown(high));
    }
}
