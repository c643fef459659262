package io.serviceconcept.evaluation.measurements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How marks translate to fits: the lowest mark to 0, the norm to 3, the highest to 4, linear between. Marks outside take
 * the nearest end.
 */
public record Anchors(BigDecimal lowest, BigDecimal norm, BigDecimal highest) {

    private static final BigDecimal ADEQUATE = BigDecimal.valueOf(3);
    private static final BigDecimal FULL = BigDecimal.valueOf(4);
    private static final int DECIMALS = 6;

    /** Empty when the indicator has no anchors that rise. */
    public static Optional<Anchors> of(KnownIndicator indicator) {
        BigDecimal lowest = indicator.anchorLowest;
        BigDecimal norm = indicator.anchorNorm;
        BigDecimal highest = indicator.anchorHighest;
        if (lowest == null || norm == null || highest == null || lowest.compareTo(norm) >= 0
                || norm.compareTo(highest) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Anchors(lowest, norm, highest));
    }

    /** The fit 0–4 that a mark stands for, with at most six decimals. */
    public BigDecimal fit(BigDecimal mark) {
        BigDecimal fit;
        if (mark.compareTo(norm) <= 0) {
            BigDecimal above = mark.max(lowest).subtract(lowest);
            fit = above.multiply(ADEQUATE).divide(norm.subtract(lowest), DECIMALS, RoundingMode.HALF_EVEN);
        } else {
            BigDecimal above = mark.min(highest).subtract(norm);
            fit = ADEQUATE.add(above.multiply(FULL.subtract(ADEQUATE)).divide(highest.subtract(norm), DECIMALS,
                    RoundingMode.HALF_EVEN));
        }
        BigDecimal stripped = fit.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
