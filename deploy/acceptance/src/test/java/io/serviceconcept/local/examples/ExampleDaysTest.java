package io.serviceconcept.local.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

class ExampleDaysTest {

    @Test
    void momentsAreSpreadOverTheMonthSoFarAndNoneLiesAhead() {
        Instant now = Instant.parse("2026-11-23T15:00:00Z");
        ExampleDays days = ExampleDays.of(now);

        assertThat(days.start()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(days.moment(0, 120)).isAfter(days.start()).isBefore(Instant.parse("2026-11-02T00:00:00Z"));
        assertThat(days.moment(119, 120)).isAfter(Instant.parse("2026-11-23T00:00:00Z")).isBefore(now);
    }

    @Test
    void fiveMinutesIntoTheMonthAllMomentsLieWithinThoseFiveMinutes() {
        Instant now = Instant.parse("2026-06-30T22:05:00Z");
        ExampleDays days = ExampleDays.of(now);

        assertThat(days.month()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(days.moment(0, 120)).isAfterOrEqualTo(days.start());
        assertThat(days.moment(119, 120)).isBefore(now);
        assertThat(days.moment(60, 120)).isAfter(days.moment(59, 120));
    }

    @Test
    void visitorsOfTheClosedMonthsStandBesideTheYearBefore() {
        ExampleDays days = ExampleDays.of(Instant.parse("2026-11-23T15:00:00Z"));

        assertThat(days.measuredYear()).isEqualTo(2026);
        assertThat(days.baselineYear()).isEqualTo(2025);
        assertThat(days.closedMonths()).isEqualTo(10);
        assertThat(days.inForceFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(days.dueDate()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void inJanuaryTheLastWholeYearStandsBesideTheOneBefore() {
        ExampleDays days = ExampleDays.of(Instant.parse("2027-01-01T00:10:00Z"));

        assertThat(days.measuredYear()).isEqualTo(2026);
        assertThat(days.baselineYear()).isEqualTo(2025);
        assertThat(days.closedMonths()).isEqualTo(12);
        assertThat(days.inForceFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(days.dueDate()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void aLoadThatIsTakenUpInAnotherMonthKeepsToItsFirstMonth() {
        ExampleDays first = ExampleDays.of(Instant.parse("2026-11-30T22:00:00Z"));

        ExampleDays later = ExampleDays.startedAt(first.start(), Instant.parse("2027-02-03T09:00:00Z"));

        assertThat(later.month()).isEqualTo(first.month());
        assertThat(later.baselineYear()).isEqualTo(first.baselineYear());
        assertThat(later.moment(119, 120)).isBefore(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void whatStandsForADayBecomesADay() {
        ExampleDays days = ExampleDays.of(Instant.parse("2026-12-23T15:00:00Z"));
        ObjectNode body = Http.JSON.createObjectNode().put("startDate", "inForceFrom").put("dueDate", "dueDate")
                .put("date", "2025-02-03");
        body.putObject("endDate").put("monthsBefore", 10).put("day", 30);

        days.resolve(body, "startDate", "endDate", "dueDate", "date", "until");

        assertThat(body).isEqualTo(Http.JSON.createObjectNode().put("startDate", "2026-01-01").put("dueDate", "2026-12-31")
                .put("date", "2025-02-03").put("endDate", "2026-02-28"));
    }
}
