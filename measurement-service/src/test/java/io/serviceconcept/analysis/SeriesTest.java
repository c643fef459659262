package io.serviceconcept.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;

class SeriesTest {

    private static Series months(List<LocalDate> breaks, String... months) {
        SortedMap<LocalDate, Period> periods = new TreeMap<>();
        SortedMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        for (String month : months) {
            LocalDate from = LocalDate.parse(month + "-01");
            periods.put(from, Period.of(PeriodKind.MONTH, from));
            figures.put(from, BigDecimal.TEN);
        }
        return Series.of(periods, figures, breaks);
    }

    @Test
    void aMonthWithoutAFigureIsAGap() {
        Series series = months(List.of(), "2026-01", "2026-02", "2026-04");

        assertThat(series.points()).hasSize(4);
        assertThat(series.points().get(2).figure()).isNull();
        assertThat(series.known()).containsOnlyKeys(0, 1, 3);
    }

    @Test
    void theMonthThatABreakBeginsBeginsAnew() {
        Series series = months(List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2025, 5, 1)), "2026-01", "2026-02", "2026-03",
                "2026-04");

        assertThat(series.comparable()).extracting(part -> part.points().size()).containsExactly(2, 2);
        assertThat(series.points()).extracting(Series.Point::breaks).containsExactly(false, false, true, false);
        assertThat(series.points()).extracting(Series.Point::mixes).containsOnly(false);
        assertThat(series.known()).containsOnlyKeys(0, 1, 2, 3);
    }

    @Test
    void aMonthWithinWhichABreakLiesIsAGapBetweenTwoParts() {
        Series series = months(List.of(LocalDate.of(2026, 2, 28)), "2026-01", "2026-02", "2026-03", "2026-04");

        assertThat(series.points()).extracting(Series.Point::mixes).containsExactly(false, true, false, false);
        assertThat(series.points()).extracting(Series.Point::breaks).containsExactly(false, true, true, false);
        assertThat(series.known()).containsOnlyKeys(0, 2, 3);
        assertThat(series.comparable()).extracting(part -> part.known().size()).containsExactly(1, 0, 2);
    }

    @Test
    void aBreakWithinTheFirstMonthLeavesThePartAfterIt() {
        Series series = months(List.of(LocalDate.of(2026, 1, 2)), "2026-01", "2026-02");

        assertThat(series.comparable()).extracting(part -> part.known().size()).containsExactly(0, 1);
    }

    @Test
    void monthsThatEachHoldABreakAreComparableWithNothing() {
        Series series = months(List.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 10)),
                "2026-01", "2026-02", "2026-03", "2026-04");

        assertThat(series.known()).containsOnlyKeys(0, 3);
        assertThat(series.comparable()).hasSize(4);
    }

    @Test
    void nothingIsOnePartOfNothing() {
        assertThat(months(List.of()).comparable()).isEmpty();
    }
}
