package io.serviceconcept.local.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The days of an example, which are relative to the day it was first loaded: answers of that month, visitors of the
 * closed months of that year beside the same months of the year before.
 *
 * @param month the month in which the example was first loaded
 * @param until the last moment at which something may have happened: now, or the end of that month when it has passed
 */
record ExampleDays(YearMonth month, Instant until) {

    /** The time zone of the organisations in the examples. */
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    static ExampleDays of(Instant now) {
        return new ExampleDays(YearMonth.from(now.atZone(ZONE)), now);
    }

    /** The days of an example whose first load began in the month of {@code start}. */
    static ExampleDays startedAt(Instant start, Instant now) {
        YearMonth month = YearMonth.from(start.atZone(ZONE));
        Instant end = startOf(month.plusMonths(1)).minusMillis(1);
        return new ExampleDays(month, now.isBefore(end) ? now : end);
    }

    Instant start() {
        return startOf(month);
    }

    /** The moment of the {@code index}th of {@code count} things that are spread evenly over the month so far. */
    Instant moment(int index, int count) {
        long span = ChronoUnit.MILLIS.between(start(), until);
        return start().plusMillis(span * (index + 1) / (count + 1));
    }

    /** The last year with a closed month: in January no month of the year itself is. */
    int measuredYear() {
        return month.getMonthValue() == 1 ? month.getYear() - 1 : month.getYear();
    }

    int baselineYear() {
        return measuredYear() - 1;
    }

    /** How many months of the measured year are closed: 1–12. */
    int closedMonths() {
        return month.getMonthValue() == 1 ? 12 : month.getMonthValue() - 1;
    }

    LocalDate inForceFrom() {
        return LocalDate.of(measuredYear(), 1, 1);
    }

    LocalDate dueDate() {
        return LocalDate.of(month.getYear(), 12, 31);
    }

    /**
     * Replaces what stands for a day in the members by the day: {@code "inForceFrom"}, {@code "dueDate"}, or how many months
     * before that of the first loading and which day of that month. Absent members stay absent.
     */
    void resolve(ObjectNode body, String... members) {
        for (String member : members) {
            if (body.has(member)) {
                body.put(member, day(body.path(member)).toString());
            }
        }
    }

    private LocalDate day(JsonNode given) {
        if (given.isObject()) {
            YearMonth before = month.minusMonths(given.path("monthsBefore").asInt());
            return before.atDay(Math.min(given.path("day").asInt(), before.lengthOfMonth()));
        }
        return switch (given.asText()) {
            case "inForceFrom" -> inForceFrom();
            case "dueDate" -> dueDate();
            default -> LocalDate.parse(given.asText());
        };
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }
}
