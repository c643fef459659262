package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The exact sums from which a mean and its spread follow. Adding is exact, so the order of adding never shows.
 *
 * @param n how many values
 * @param total their sum
 * @param squares the sum of their squares
 */
public record Sums(long n, BigDecimal total, BigDecimal squares) {

    public static final Sums NONE = new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO);

    public static Sums of(BigDecimal value) {
        return new Sums(1, value, value.multiply(value));
    }

    /** {@code n} times the same value. */
    public static Sums of(BigDecimal value, long n) {
        BigDecimal total = value.multiply(BigDecimal.valueOf(n));
        return new Sums(n, total, total.multiply(value));
    }

    public Sums plus(Sums other) {
        return new Sums(n + other.n, total.add(other.total), squares.add(other.squares));
    }

    /**
     * @throws ArithmeticException when there is no value
     */
    public BigDecimal mean() {
        return total.divide(BigDecimal.valueOf(n), MathContext.DECIMAL128);
    }

    /**
     * The sample variance, (Σx² − (Σx)²/n) / (n − 1), from exact sums so that nothing cancels.
     *
     * @throws ArithmeticException below two values
     */
    public BigDecimal variance() {
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal numerator = count.multiply(squares).subtract(total.multiply(total));
        return numerator.divide(count.multiply(BigDecimal.valueOf(n - 1)), MathContext.DECIMAL128);
    }
}
