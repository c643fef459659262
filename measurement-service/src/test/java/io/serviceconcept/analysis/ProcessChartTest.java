package io.serviceconcept.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;

class ProcessChartTest {

    private static final ProcessRules FOUR = new ProcessRules(4, 8, 6);

    /** A gap is written as not a number. */
    private static Series series(Set<Integer> breaks, double... figures) {
        List<Series.Point> points = new ArrayList<>();
        Period month = Period.of(PeriodKind.MONTH, LocalDate.of(2024, 1, 1));
        for (int i = 0; i < figures.length; i++) {
            points.add(new Series.Point(month, Double.isNaN(figures[i]) ? null : BigDecimal.valueOf(figures[i]),
                    breaks.contains(i), false));
            month = month.next();
        }
        return new Series(points);
    }

    private static List<Integer> placesOf(ProcessSignal signal, ProcessChart chart) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i++) {
            if (chart.points().get(i).signals().contains(signal)) {
                places.add(i);
            }
        }
        return places;
    }

    /**
     * Flowrates: NIST/SEMATECH, "e-Handbook of Statistical Methods", section 6.3.2.2: mean 50.81, mean moving range 1.8778,
     * limits 55.8041 and 45.8159 (with 3/1.128 = 2.6596, which is 2.66 rounded).
     */
    @Test
    void theLimitsAreThoseThatArePublished() {
        ProcessChart chart = ProcessChart.of(
                series(Set.of(), 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1), new ProcessRules(10, 8, 6));

        ProcessChart.Part limits = chart.parts().getFirst();
        assertThat(limits.mean()).isEqualByComparingTo("50.81");
        assertThat(limits.meanRange().doubleValue()).isCloseTo(1.8778, within(0.0001));
        assertThat(limits.upper().doubleValue()).isCloseTo(55.8041, within(0.001));
        assertThat(limits.lower().doubleValue()).isCloseTo(45.8159, within(0.001));
        assertThat(chart.points()).allSatisfy(point -> assertThat(point.signals()).isEmpty());
    }

    @Test
    void fewerFiguresThanABaselineHaveNoLimits() {
        assertThat(ProcessChart.of(series(Set.of(), 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1), ProcessRules.USUAL).parts()).isEmpty();
    }

    @Test
    void theBaselineStaysAsItIs() {
        ProcessChart chart = ProcessChart.of(series(Set.of(), 10, 12, 10, 12, 50, 60), FOUR);

        assertThat(chart.parts().getFirst().mean()).isEqualByComparingTo("11");
        assertThat(chart.parts().getFirst().upper()).isEqualByComparingTo("16.32");
        assertThat(placesOf(ProcessSignal.OUTSIDE, chart)).containsExactly(4, 5);
    }

    @Test
    void eightOnOneSideAreARun() {
        ProcessChart chart = ProcessChart.of(
                series(Set.of(), 10, 12, 10, 12, 12, 12, 12, 12, 12, 12, 12, 10, 12), FOUR);

        assertThat(placesOf(ProcessSignal.RUN, chart)).containsExactly(10);
    }

    @Test
    void sixThatRiseAreASignal() {
        ProcessChart chart = ProcessChart.of(series(Set.of(), 10, 12, 10, 12, 9, 10, 10.5, 11, 11.5, 12, 12), FOUR);

        assertThat(placesOf(ProcessSignal.RISING, chart)).containsExactly(9);
        assertThat(placesOf(ProcessSignal.FALLING, chart)).isEmpty();
    }

    @Test
    void sixThatFallAreASignal() {
        ProcessChart chart = ProcessChart.of(series(Set.of(), 10, 12, 10, 12, 13, 12.5, 12, 11, 10.5, 10), FOUR);

        assertThat(placesOf(ProcessSignal.FALLING, chart)).containsExactly(9);
    }

    @Test
    void twoOfThreeNearALimitAreASignal() {
        // mean 11, limits 5.68 and 16.32, the outer third from 14.5467
        ProcessChart chart = ProcessChart.of(series(Set.of(), 10, 12, 10, 12, 15, 11, 15, 11, 11, 15, 7), FOUR);

        assertThat(placesOf(ProcessSignal.NEAR_LIMIT, chart)).containsExactly(6);
    }

    @Test
    void thereIsNoRangeAcrossAGap() {
        ProcessChart chart = ProcessChart.of(series(Set.of(), 10, 12, Double.NaN, 10, 12), FOUR);

        assertThat(chart.points().stream().map(ProcessChart.Point::range)).containsExactly(null, BigDecimal.valueOf(2.0),
                null, null, BigDecimal.valueOf(2.0));
        assertThat(chart.parts().getFirst().meanRange()).isEqualByComparingTo("2");
    }

    @Test
    void aBreakBeginsAnewWithLimitsOfItsOwn() {
        ProcessChart chart = ProcessChart.of(series(Set.of(4), 10, 12, 10, 12, 50, 52, 50, 52, 51), FOUR);

        assertThat(chart.parts()).hasSize(2);
        assertThat(chart.parts().getLast().mean()).isEqualByComparingTo("51");
        assertThat(chart.points().get(4).range()).isNull();
        assertThat(chart.points().get(4).breaks()).isTrue();
        assertThat(chart.points()).allSatisfy(point -> assertThat(point.signals()).isEmpty());
    }
}
