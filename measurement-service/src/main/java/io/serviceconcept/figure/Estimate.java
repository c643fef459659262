package io.serviceconcept.figure;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A number that stands beside a figure.
 *
 * @param interval null where too little is known for one
 */
public record Estimate(BigDecimal value, @Nullable Interval interval) {

    /** As it is shown, and compared. */
    Estimate shown() {
        return new Estimate(Decimals.shown(value), interval == null ? null : interval.shown());
    }
}
