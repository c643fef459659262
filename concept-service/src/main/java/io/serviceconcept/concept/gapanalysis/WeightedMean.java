package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * A weighted mean with exact sums: numerator and denominator are added up exactly and divided once, so that three groups of
 * 33.2 % that all say 3 give 3.
 */
final class WeightedMean {

    private static final MathContext DIVISION = MathContext.DECIMAL128;
    /** Figures are shown with at most this many decimals. */
    private static final int DECIMALS = 6;
    private static final int FINE_DECIMALS = 12;

    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal weights = BigDecimal.ZERO;

    /** What is unknown stays out, and its weight with it. */
    void add(BigDecimal weight, @Nullable BigDecimal value) {
        if (value != null) {
            sum = sum.add(weight.multiply(value));
            weights = weights.add(weight);
        }
    }

    /** Σ weight · value ÷ Σ weight; null when the weights add up to 0. */
    @Nullable
    BigDecimal value() {
        return ratio(sum, weights);
    }

    /** Null when it would divide by 0. */
    static @Nullable BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? null : numerator.divide(denominator, DIVISION);
    }

    /** As it is shown; null stays null. */
    static @Nullable BigDecimal shown(@Nullable BigDecimal figure) {
        return figure == null ? null : rounded(figure);
    }

    /** As a small figure is shown, with at most twelve decimals; null stays null. */
    static @Nullable BigDecimal shownFinely(@Nullable BigDecimal figure) {
        return figure == null ? null : rounded(figure, FINE_DECIMALS);
    }

    /** With at most six decimals, without needless zeros and never with an exponent. */
    static BigDecimal rounded(BigDecimal figure) {
        return rounded(figure, DECIMALS);
    }

    private static BigDecimal rounded(BigDecimal figure, int decimals) {
        if (figure.scale() == 0) {
            return figure;
        }
        BigDecimal rounded = (figure.scale() <= decimals ? figure : figure.setScale(decimals, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
