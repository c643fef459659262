package io.serviceconcept.plan;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;

/**
 * The days on which an edition is in force, as far as a target is concerned.
 *
 * @param plannedFrom since when editions of the concept set the target for the same indicator
 * @param from the first day of this edition
 * @param to the last day before another edition takes force; null while none is known
 */
record TimeInForce(LocalDate plannedFrom, LocalDate from, @Nullable LocalDate to) {

    /** A figure is expected by the edition in force on the last day of its period, unless the target was set within it. */
    boolean expects(Period period) {
        return !period.from().isBefore(plannedFrom) && !period.to().isBefore(from)
                && (to == null || !period.to().isAfter(to));
    }

    /** The day, or the last of this edition if it was succeeded by then. */
    LocalDate atMost(LocalDate day) {
        return to == null || day.isBefore(to) ? day : to;
    }
}
