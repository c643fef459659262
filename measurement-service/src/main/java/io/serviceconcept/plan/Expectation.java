package io.serviceconcept.plan;

import java.time.LocalDate;
import java.util.Set;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;

/**
 * Which figure a plan waits for.
 *
 * @param period whose figure it is
 * @param due the last day on which the next figure that is not there is in time
 */
record Expectation(Period period, LocalDate due, PlanState state) {

    /**
     * Figures are expected of the periods that lie wholly in the time of the edition; before one of them is over, of the
     * period that is running.
     *
     * @param derivedOn when the edition was heard of: nothing is late before it was planned
     * @param dueDays how many days after a period its figure is due
     * @param measured the first days of the periods in which something was measured: a later one makes up for none
     */
    static Expectation of(LocalDate inForceFrom, LocalDate derivedOn, PeriodKind frequency, int dueDays,
            Set<LocalDate> measured, LocalDate today) {
        Period lately = lastWithin(frequency, today.minusDays(dueDays + 1L));
        boolean isPlannedLongEnough = derivedOn.plusDays(dueDays).isBefore(today);
        if (isPlannedLongEnough && !lately.from().isBefore(inForceFrom)
                && !measured.contains(lately.from())) {
            return new Expectation(lately, due(lately, derivedOn, dueDays), PlanState.OVERDUE);
        }
        Period over = lastWithin(frequency, Period.of(frequency, today).from().minusDays(1));
        Period expected = over.from().isBefore(inForceFrom) ? Period.of(frequency, today) : over;
        return measured.contains(expected.from())
                ? new Expectation(expected, due(expected.next(), derivedOn, dueDays), PlanState.MEASURED)
                : new Expectation(expected, due(expected, derivedOn, dueDays), PlanState.EXPECTED);
    }

    private static LocalDate due(Period period, LocalDate derivedOn, int dueDays) {
        LocalDate from = period.to().isBefore(derivedOn) ? derivedOn : period.to();
        return from.plusDays(dueDays);
    }

    /** The last period that is over at the end of a day. */
    private static Period lastWithin(PeriodKind frequency, LocalDate day) {
        Period period = Period.of(frequency, day);
        return period.to().isAfter(day) ? Period.of(frequency, period.from().minusDays(1)) : period;
    }
}
