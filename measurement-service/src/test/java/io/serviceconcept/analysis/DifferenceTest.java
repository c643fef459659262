package io.serviceconcept.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Histogram;
import io.serviceconcept.figure.Interval;

class DifferenceTest {

    private static final double T_OF_US = 1.969575;
    private static final double T_OF_JAPAN = 1.990847;

    private static Sample mean(long n, double mean, double deviation, double t) {
        BigDecimal half = BigDecimal.valueOf(t * deviation / Math.sqrt(n));
        BigDecimal figure = BigDecimal.valueOf(mean);
        return new Sample(n, figure, new Interval(figure.subtract(half), figure.add(half)));
    }

    private static Sample share(long n, String percent, String low, String high) {
        return new Sample(n, new BigDecimal(percent), new Interval(new BigDecimal(low), new BigDecimal(high)));
    }

    /**
     * Miles per gallon of cars from the United States and from Japan: NIST/SEMATECH, "e-Handbook of Statistical Methods",
     * section 1.3.5.3 (AUTO83B.DAT): means 20.14458 and 30.48101, deviations 6.414700 and 6.107710, n 249 and 79; without
     * assuming equal variances T = −12.94627.
     */
    @Test
    void meansAreComparedAsWelchDoes() {
        Difference difference = Difference.ofMeans(mean(249, 20.14458, 6.414700, T_OF_US),
                mean(79, 30.48101, 6.107710, T_OF_JAPAN));

        assertThat(difference.difference()).isEqualByComparingTo("-10.33643");
        // half = t(0.975; 136.875) · |difference| / 12.94627, with t = 1.977430
        assertThat(difference.interval().high().doubleValue()).isCloseTo(-10.33643 + 1.97743 * 10.33643 / 12.94627,
                within(0.001));
        assertThat(difference.differs()).isTrue();
        assertThat(difference.p()).isZero();
        assertThat(difference.method()).isEqualTo(Difference.Method.WELCH);
    }

    /**
     * 56 of 70 against 48 of 80: Newcombe, "Interval estimation for the difference between independent proportions: comparison
     * of eleven methods", Statistics in Medicine 17 (1998), table II, method 10: 0.0524 to 0.3339.
     */
    @Test
    void sharesAreComparedAsNewcombeDoes() {
        Difference difference = Difference.ofShares(share(70, "80", "69.1838", "87.6955"),
                share(80, "60", "49.0397", "70.0300"));

        assertThat(difference.difference()).isEqualByComparingTo("20");
        assertThat(difference.interval().low().doubleValue()).isCloseTo(5.24, within(0.02));
        assertThat(difference.interval().high().doubleValue()).isCloseTo(33.39, within(0.02));
        // pooled 104/150: z = 0.2 / √(0.69333 · 0.30667 · (1/70 + 1/80)) = 2.6504
        assertThat(difference.p().doubleValue()).isCloseTo(0.00804, within(0.0001));
    }

    private static Sample score(long promoters, long passives, long detractors) {
        Map<BigDecimal, Long> marks = Map.of(BigDecimal.TEN, promoters, BigDecimal.valueOf(8), passives, BigDecimal.ONE,
                detractors);
        Figure figure = Figure.ofNetPromoters(Histogram.of(marks));
        return new Sample(promoters + passives + detractors, figure.value(), Objects.requireNonNull(figure.interval()));
    }

    /**
     * The squared standard error of a net promoter score in percent, with ¾ added to each of three classes: (p + d − (p −
     * d)²) / n (Rocks, "Interval estimation for the net promoter score", The American Statistician 70, 2016).
     */
    private static double variance(double promoters, double passives, double detractors) {
        double n = promoters + passives + detractors + 2.25;
        double p = (promoters + 0.75) / n;
        double d = (detractors + 0.75) / n;
        return 100 * 100 * (p + d - (p - d) * (p - d)) / n;
    }

    /** 1.9599640: the normal quantile of 97.5 %. */
    private static void isByTheNormalDistribution(Difference difference, double of, double variance) {
        assertThat(difference.difference().doubleValue()).isCloseTo(of, within(1e-6));
        assertThat(difference.interval().low().doubleValue()).isCloseTo(of - 1.9599640 * Math.sqrt(variance), within(1e-4));
        assertThat(difference.interval().high().doubleValue()).isCloseTo(of + 1.9599640 * Math.sqrt(variance), within(1e-4));
        assertThat(difference.method()).isEqualTo(Difference.Method.NORMAL);
    }

    @Test
    void scoresAreComparedByTheNormalDistribution() {
        Difference same = Difference.ofScores(score(25, 15, 10), score(25, 15, 10));

        isByTheNormalDistribution(same, 0, 2 * variance(25, 15, 10));
        assertThat(same.p()).isEqualByComparingTo("1");
        assertThat(same.differs()).isFalse();
    }

    /** The intervals of such scores are cut off at an end of the scale; what they are worth is not. */
    @Test
    void scoresAtTheEndsOfTheScaleAreAsUncertainAsTheirCountsSay() {
        assertThat(Math.sqrt(variance(10, 0, 0))).isCloseTo(14.91, within(0.01));

        isByTheNormalDistribution(Difference.ofScores(score(10, 0, 0), score(10, 5, 5)), 75,
                variance(10, 0, 0) + variance(10, 5, 5));
        isByTheNormalDistribution(Difference.ofScores(score(0, 0, 12), score(30, 1, 0)), -100 - 100 * 30 / 31.0,
                variance(0, 0, 12) + variance(30, 1, 0));
    }

    @Test
    void equalMarksWithoutSpreadDoNotDiffer() {
        Difference same = Difference.ofMeans(mean(20, 8, 0, 2.093), mean(30, 8, 0, 2.045));

        assertThat(same.differs()).isFalse();
        assertThat(same.p()).isEqualByComparingTo("1");
    }
}
