package io.serviceconcept.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class TrendTest {

    private static SortedMap<Integer, BigDecimal> figures(double... figures) {
        SortedMap<Integer, BigDecimal> byPlace = new TreeMap<>();
        for (int i = 0; i < figures.length; i++) {
            byPlace.put(i, BigDecimal.valueOf(figures[i]));
        }
        return byPlace;
    }

    /**
     * The first of Anscombe's data sets, in the order of x = 4 to 14: "Graphs in statistical analysis", The American
     * Statistician 27 (1973): the slope is 0.500 with a standard error of 0.118; t(0.975; 9) = 2.262.
     */
    @Test
    void theSlopeAndItsIntervalAreThoseThatArePublished() {
        Trend trend = Objects.requireNonNull(
                Trend.of(figures(4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96)));

        assertThat(trend.slope().doubleValue()).isCloseTo(0.5001, within(0.0001));
        assertThat(trend.interval().low().doubleValue()).isCloseTo(0.5001 - 2.262157 * 0.1179, within(0.0005));
        assertThat(trend.interval().high().doubleValue()).isCloseTo(0.5001 + 2.262157 * 0.1179, within(0.0005));
        assertThat(trend.direction()).isEqualTo(Trend.Direction.RISING);
        assertThat(trend.points()).isEqualTo(11);
    }

    @Test
    void threeFiguresTellNoTrend() {
        assertThat(Trend.of(figures(1, 2, 3))).isNull();
    }

    @Test
    void aLineFalls() {
        assertThat(Objects.requireNonNull(Trend.of(figures(9, 8, 7, 6))).direction()).isEqualTo(Trend.Direction.FALLING);
    }

    @Test
    void whatGoesUpAndDownIsFlat() {
        assertThat(Objects.requireNonNull(Trend.of(figures(7, 8, 7, 8, 7))).direction()).isEqualTo(Trend.Direction.FLAT);
        assertThat(Objects.requireNonNull(Trend.of(figures(7, 7, 7, 7))).direction()).isEqualTo(Trend.Direction.FLAT);
    }

    @Test
    void aMissingPeriodKeepsItsPlace() {
        SortedMap<Integer, BigDecimal> gap = figures(0, 1, 2, 3, 4, 5);
        gap.remove(2);
        gap.remove(3);

        assertThat(Objects.requireNonNull(Trend.of(gap)).slope()).isEqualByComparingTo("1");
    }
}
