package io.serviceconcept.indicator;

import java.math.BigDecimal;

/** The marks that mean fit 0, 3 and 4; linear between them. */
public record Anchors(BigDecimal lowest, BigDecimal norm, BigDecimal highest) {

    /** Whether the three go one way; downward where a lower mark is the better one. */
    boolean inOrder() {
        int first = norm.compareTo(lowest);
        return first != 0 && first == highest.compareTo(norm);
    }
}
