package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a figure of a closed period was, before late answers or corrected ones made it another.
 *
 * @param n the responses it rested on; null for a census
 * @param since when it was released
 * @param at when it was last made another
 */
record Correction(@Nullable Long n, BigDecimal figure, Instant since, Instant at) {

    /** The same figure, made yet another. */
    Correction until(Instant later) {
        return new Correction(n, figure, since, later);
    }
}
