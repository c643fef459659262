package io.serviceconcept.figure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A calendar period in the organisation's time zone.
 *
 * @param from its first day
 */
public record Period(PeriodKind kind, LocalDate from) {

    public Period {
        if (!from.equals(firstDay(kind, from))) {
            throw new IllegalArgumentException(from + " does not begin a " + kind);
        }
    }

    /** The period of a kind in which a day lies. */
    public static Period of(PeriodKind kind, LocalDate day) {
        return new Period(kind, firstDay(kind, day));
    }

    private static LocalDate firstDay(PeriodKind kind, LocalDate day) {
        return switch (kind) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** Its last day. */
    public LocalDate to() {
        return next().from().minusDays(1);
    }

    public Period next() {
        return new Period(kind, switch (kind) {
            case DAY -> from.plusDays(1);
            case WEEK -> from.plusWeeks(1);
            case MONTH -> from.plusMonths(1);
            case QUARTER -> from.plusMonths(3);
            case YEAR -> from.plusYears(1);
        });
    }

    /** Whether more can still happen in it: its last day is not over. */
    public boolean openOn(LocalDate today) {
        return !today.isAfter(to());
    }

    /** The last day of the last month of it that is over; the day before {@link #from} when none is. */
    public LocalDate closedMonthsThrough(LocalDate today) {
        LocalDate lastClosed = today.withDayOfMonth(1).minusDays(1);
        if (lastClosed.isBefore(from)) {
            return from.minusDays(1);
        }
        return lastClosed.isAfter(to()) ? to() : lastClosed;
    }

    /** The same months of another year. */
    public Period inYear(int year) {
        return new Period(kind, switch (kind) {
            case MONTH, QUARTER, YEAR -> from.withYear(year);
            case DAY, WEEK -> throw new IllegalArgumentException("a " + kind + " has no like in another year");
        });
    }

    /** {@code 2026-11-23}, {@code 2026-W48}, {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
    public String label() {
        return switch (kind) {
            case DAY -> from.toString();
            case WEEK -> String.format(Locale.ROOT, "%d-W%02d", from.get(IsoFields.WEEK_BASED_YEAR),
                    from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(from).toString();
            case QUARTER -> from.getYear() + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(from.getYear());
        };
    }
}
