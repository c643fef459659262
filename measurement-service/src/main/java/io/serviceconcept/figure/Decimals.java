package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** One spelling for each number, so that equal numbers are equal values whatever they went through. */
public final class Decimals {

    private static final int SHOWN = 6;

    private Decimals() {
    }

    /** Without trailing zeros and without an exponent. */
    public static BigDecimal canonical(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static @Nullable BigDecimal canonicalOrNull(@Nullable BigDecimal value) {
        return value == null ? null : canonical(value);
    }

    /** As figures leave the service: rounded half up to six decimals. */
    public static BigDecimal shown(BigDecimal value) {
        return canonical(value.setScale(SHOWN, RoundingMode.HALF_UP));
    }
}
