package io.serviceconcept.concept;

import java.math.BigDecimal;

/** Decimals as they are kept. */
public final class Decimals {

    private Decimals() {
    }

    /** Without an exponent, so that {@code 1E+2} is stored and shown as {@code 100}. */
    public static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
