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
     * Figures are expected of the periods that the edition waits for; before one of them is over, of the period that is
     * running.
     *
     * @param time in which the edition is in force
     * @param derivedOn when the edition was heard of: nothing is late before it was planned
     * @param dueDays how many days after a period its figure is due
     * @param measured the first days of the periods in which something was measured: a later one makes up for none
     */
    static Expectation of(TimeInForce time, LocalDate derivedOn, PeriodKind frequency, int dueDays,
            Set<LocalDate> measured, LocalDate today) {
        Period lately = lastWithin(frequency, time.atMost(today.minusDays(dueDays + 1L)));
        boolean isPlannedLongEnough = derivedOn.plusDays(dueDays).isBefore(today);
        if (isPlannedLongEnough && time.expects(lately) && !measured.contains(lately.from())) {
            return new Expectation(lately, due(lately, derivedOn, dueDays), PlanState.OVERDUE);
        }
        Period over = lastWithin(frequency, time.atMost(Period.of(frequency, today).from().minusDays(1)));
        Period expected = time.expects(over) ? over : Period.of(frequency, time.atMost(today));
        if (!measured.contains(expected.from())) {
            return new Expectation(expected, due(expected, derivedOn, dueDays), PlanState.EXPECTED);
        }
        Period next = time.expects(expected.next()) ? expected.next() : expected;
        return new Expectation(expected, due(next, derivedOn, dueDays), PlanState.MEASURED);
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
