package io.serviceconcept.analysis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.AsOfParameter;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * Which figures are analysed.
 *
 * @param from the first day of the first period
 * @param to a day in the last period
 * @param asOf the moment at which it was known; null for now
 */
record SeriesQuestion(PeriodKind kind, Slice slice, LocalDate from, LocalDate to, @Nullable Instant asOf) {

    /** How many periods are looked at, unless told. */
    private static final int USUAL = 60;

    private static final int MOST = 400;

    /**
     * @param today in the last period, unless told
     * @throws InvalidInput listing everything that makes no sense
     */
    static SeriesQuestion of(@Nullable String period, @Nullable String dimension, @Nullable String key, @Nullable String from,
            @Nullable String to, @Nullable String asOf, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        PeriodKind kind = period == null ? PeriodKind.MONTH : name(PeriodKind.class, period, "?period", violations);
        Dimension by = dimension == null ? Dimension.ALL : name(Dimension.class, dimension, "?dimension", violations);
        if (by != null && (by == Dimension.ALL) != (key == null || key.isEmpty())) {
            violations.add(new Violation("?key", "is told of every dimension but ALL"));
        }
        LocalDate first = day(from, "?from", violations);
        LocalDate last = to == null ? today : day(to, "?to", violations);
        if (first != null && last != null && last.isBefore(first)) {
            violations.add(new Violation("?to", "lies before from"));
        }
        Instant moment = moment(asOf, kind, violations);
        if (kind == null || by == null || last == null || !violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        LocalDate begin = first == null ? back(kind, last, USUAL) : Period.of(kind, first).from();
        if (begin.isBefore(back(kind, last, MOST))) {
            throw new InvalidInput("?from", "is at most " + MOST + " periods before to");
        }
        return new SeriesQuestion(kind, by == Dimension.ALL || key == null ? Slice.ALL : new Slice(by, key), begin, last,
                moment);
    }

    private static LocalDate back(PeriodKind kind, LocalDate day, int periods) {
        LocalDate begin = Period.of(kind, day).from();
        int before = periods - 1;
        return switch (kind) {
            case DAY -> begin.minusDays(before);
            case WEEK -> begin.minusWeeks(before);
            case MONTH -> begin.minusMonths(before);
            case QUARTER -> begin.minusMonths(3L * before);
            case YEAR -> begin.minusYears(before);
        };
    }

    /** Days and weeks are not kept as they were. */
    static @Nullable Instant moment(@Nullable String asOf, @Nullable PeriodKind kind, List<Violation> violations) {
        Instant moment = AsOfParameter.moment(asOf, violations);
        if (moment != null && (kind == PeriodKind.DAY || kind == PeriodKind.WEEK)) {
            violations.add(new Violation("?asOf", "can be asked of months, quarters and years"));
        }
        return moment;
    }

    static <E extends Enum<E>> @Nullable E name(Class<E> type, @Nullable String value, String pointer,
            List<Violation> violations) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        violations.add(new Violation(pointer, "is one of " + Arrays.toString(type.getEnumConstants())));
        return null;
    }

    static @Nullable LocalDate day(@Nullable String value, String pointer, List<Violation> violations) {
        try {
            LocalDate day = value == null ? null : LocalDate.parse(value);
            if (day != null && (day.getYear() < 1900 || day.getYear() > 9999)) {
                violations.add(new Violation(pointer, "lies between 1900 and 9999"));
            }
            return day;
        } catch (DateTimeException e) {
            violations.add(new Violation(pointer, "is not a date"));
            return null;
        }
    }
}
