package io.serviceconcept.privacy;

import java.time.LocalDate;
import java.util.Comparator;

import io.serviceconcept.figure.Period;

/**
 * Some days on end.
 *
 * @param from the first
 * @param to the last
 */
public record Days(LocalDate from, LocalDate to) implements Comparable<Days> {

    private static final Comparator<Days> ORDER = Comparator.comparing(Days::from).thenComparing(Days::to);

    public static Days of(Period period) {
        return new Days(period.from(), period.to());
    }

    /** Whether all days of another are among these. */
    public boolean hold(Days other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    @Override
    public int compareTo(Days other) {
        return ORDER.compare(this, other);
    }
}
