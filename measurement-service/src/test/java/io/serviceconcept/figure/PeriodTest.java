package io.serviceconcept.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
            "DAY,     2026-11-23, 2026-11-23, 2026-11-23, 2026-11-23",
            "WEEK,    2026-11-23, 2026-11-23, 2026-11-29, 2026-W48",
            "WEEK,    2027-01-03, 2026-12-28, 2027-01-03, 2026-W53",
            "WEEK,    2024-12-30, 2024-12-30, 2025-01-05, 2025-W01",
            "MONTH,   2028-02-10, 2028-02-01, 2028-02-29, 2028-02",
            "QUARTER, 2019-12-31, 2019-10-01, 2019-12-31, 2019-Q4",
            "YEAR,    2026-06-30, 2026-01-01, 2026-12-31, 2026" })
    void aDayLiesInOnePeriodOfEachKind(PeriodKind kind, LocalDate day, LocalDate from, LocalDate to, String label) {
        Period period = Period.of(kind, day);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.label()).isEqualTo(label);
        assertThat(period.next().from()).isEqualTo(to.plusDays(1));
    }

    @Test
    void aPeriodIsOpenUntilItsLastDayIsOver() {
        Period november = Period.of(PeriodKind.MONTH, LocalDate.of(2026, 11, 5));

        assertThat(november.openOn(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(november.openOn(LocalDate.of(2026, 12, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "YEAR,    2026-01-01, 2026-11-23, 2026-10-31",
            "YEAR,    2026-01-01, 2026-01-31, 2025-12-31",
            "YEAR,    2026-01-01, 2026-02-01, 2026-01-31",
            "YEAR,    2026-01-01, 2027-03-05, 2026-12-31",
            "QUARTER, 2026-10-01, 2026-11-23, 2026-10-31",
            "MONTH,   2026-11-01, 2026-11-30, 2026-10-31",
            "MONTH,   2026-11-01, 2026-12-01, 2026-11-30" })
    void monthsThatAreOverCanBeCompared(PeriodKind kind, LocalDate from, LocalDate today, LocalDate through) {
        assertThat(new Period(kind, from).closedMonthsThrough(today)).isEqualTo(through);
    }

    @Test
    void aPeriodBeginsOnItsFirstDay() {
        assertThatThrownBy(() -> new Period(PeriodKind.MONTH, LocalDate.of(2026, 11, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
