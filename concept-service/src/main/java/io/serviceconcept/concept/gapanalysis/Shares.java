package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Weighted means with exact sums: numerator and denominator are added up exactly and divided once, so that three groups of
 * 33.2 % that all say 3 give 3.
 */
final class Shares {

    private static final MathContext DIVISION = MathContext.DECIMAL128;
    /** Figures are shown with at most this many decimals. */
    private static final int DECIMALS = 6;

    private Shares() {
    }

    /**
     * Σ weight · value ÷ Σ weight, over the items of which the value is known.
     *
     * @return null when the weights add up to 0
     */
    static <T> @Nullable BigDecimal mean(List<T> items, Function<T, BigDecimal> weight,
            Function<T, @Nullable BigDecimal> value) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (T item : items) {
            BigDecimal known = value.apply(item);
            if (known != null) {
                sum = sum.add(weight.apply(item).multiply(known));
                weights = weights.add(weight.apply(item));
            }
        }
        return weights.signum() == 0 ? null : sum.divide(weights, DIVISION);
    }

    /** As it is shown; null stays null. */
    static @Nullable BigDecimal shown(@Nullable BigDecimal figure) {
        if (figure == null) {
            return null;
        }
        BigDecimal rounded = figure.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
