package io.serviceconcept.evaluation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Figures as they are shown. */
final class Figures {

    private Figures() {
    }

    /** Without needless zeros and never with an exponent. */
    static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal shown(@Nullable BigDecimal figure) {
        return figure == null ? null : plain(figure);
    }
}
