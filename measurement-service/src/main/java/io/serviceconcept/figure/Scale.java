package io.serviceconcept.figure;

import java.math.BigDecimal;

/** The lowest and the highest mark, both possible. */
public record Scale(BigDecimal min, BigDecimal max) {

    /** Marks finer than this are not marks that somebody gave. */
    private static final int DECIMALS = 6;

    public boolean holds(BigDecimal mark) {
        return mark.scale() <= DECIMALS && mark.compareTo(min) >= 0 && mark.compareTo(max) <= 0;
    }

    public boolean sameAs(Scale other) {
        return min.compareTo(other.min) == 0 && max.compareTo(other.max) == 0;
    }
}
