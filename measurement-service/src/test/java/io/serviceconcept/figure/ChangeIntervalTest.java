package io.serviceconcept.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeIntervalTest {

    private static final int TIMES = 4_000;

    private static Figure mean(int n, double mean, double standardError) {
        double half = standardError * TDistribution.of(n - 1.0).inverseSurvivalProbability(0.025);
        return new Figure(Basis.RESPONSES, true, (long) n, BigDecimal.valueOf(mean),
                new Interval(BigDecimal.valueOf(mean - half), BigDecimal.valueOf(mean + half)));
    }

    private static Figure share(int hits, int n) {
        return Figure.ofShare(Histogram.of(Map.of(BigDecimal.ONE, (long) hits, BigDecimal.ZERO, (long) n - hits)));
    }

    private static Interval known(@Nullable Interval interval) {
        return Objects.requireNonNull(interval);
    }

    /** As a change the ratio 1.5 is 50 %. */
    private static double ratio(BigDecimal change) {
        return 1 + change.doubleValue() / 100;
    }

    /**
     * 14 with a standard deviation of 3 over 7 with 2, six of each: 1.46 to 2.83 by the method of Fieller (GraphPad QuickCalcs,
     * "CI of a sum, difference, quotient or product"), which takes 10 degrees of freedom where Satterthwaite's are 9.27.
     */
    @Test
    void theQuotientOfTwoMeansOfAPublishedCalculator() {
        Interval interval = known(ChangeInterval.ofMeans(mean(6, 14, 3 / Math.sqrt(6)), mean(6, 7, 2 / Math.sqrt(6))));

        assertThat(ratio(interval.low())).isCloseTo(1.46, within(0.015));
        assertThat(ratio(interval.high())).isCloseTo(2.83, within(0.015));
    }

    /** Fieller's definition: the limits are where (a − r·b) / √(variance of a + r² · variance of b) is Student's t. */
    @Test
    void atItsLimitsTheRatioIsJustRefuted() {
        double a = 6.8;
        double b = 6.1;
        double seOfA = 0.21;
        double seOfB = 0.34;
        Interval interval = known(ChangeInterval.ofMeans(mean(40, a, seOfA), mean(55, b, seOfB)));

        double va = seOfA * seOfA;
        double vb = seOfB * seOfB * (a / b) * (a / b);
        double freedom = (va + vb) * (va + vb) / (va * va / 39 + vb * vb / 54);
        double t = TDistribution.of(freedom).inverseSurvivalProbability(0.025);
        for (BigDecimal limit : new BigDecimal[] { interval.low(), interval.high() }) {
            double r = ratio(limit);
            assertThat(Math.abs(a - r * b) / Math.sqrt(va + r * r * seOfB * seOfB)).isCloseTo(t, within(1e-5));
        }
        assertThat(ratio(interval.low())).isLessThan(a / b);
        assertThat(ratio(interval.high())).isGreaterThan(a / b);
    }

    @Test
    void thereIsNoneWhereTheBaselineIsNotClearOfZero() {
        assertThat(ChangeInterval.ofMeans(mean(30, 5, 0.1), mean(30, 1, 0.5))).isNull();
        assertThat(ChangeInterval.ofMeans(mean(30, 5, 0.1), mean(30, 1, 0.45))).isNotNull();
        assertThat(ChangeInterval.ofShares(share(20, 40), share(0, 40))).isNull();
        assertThat(ChangeInterval.ofShares(share(20, 40), share(1, 40))).isNotNull();
    }

    @Test
    void thereIsNoneOfCountsAndOfWhatOthersReported() {
        Figure count = Figure.ofCensus(BigDecimal.TEN, true);
        Figure reported = Figure.reported(BigDecimal.TEN, 40L);

        assertThat(ChangeInterval.ofMeans(count, count)).isNull();
        assertThat(ChangeInterval.ofMeans(mean(30, 5, 0.1), reported)).isNull();
        assertThat(ChangeInterval.ofShares(count, share(20, 40))).isNull();
    }

    @Test
    void equalMarksOnBothSidesLeaveNothingOpen() {
        Interval interval = known(ChangeInterval.ofMeans(mean(40, 6, 0), mean(40, 5, 0)));

        assertThat(interval.low()).isEqualByComparingTo("20");
        assertThat(interval.high()).isEqualByComparingTo("20");
    }

    @Test
    void aShareOfNobodyIsAtMostSoMuchLess() {
        Interval interval = known(ChangeInterval.ofShares(share(0, 40), share(20, 40)));
        Interval ofFew = known(ChangeInterval.ofShares(share(0, 40), share(1, 40)));

        assertThat(interval.low()).isEqualByComparingTo("-100");
        assertThat(interval.high().doubleValue()).isBetween(-90.0, -60.0);
        assertThat(ofFew.low()).isEqualByComparingTo("-100");
    }

    /** Marks from 1 to 10, as often as the weights say, drawn again and again. */
    @ParameterizedTest
    @CsvSource({ "1112236853, 30, 3333333333, 45", "0000012321, 40, 5111111115, 30", "1112236853, 200, 1122347742, 30" })
    void itHoldsTheRatioOfMeansAsOftenAsItShould(String weights, int n, String weightsBefore, int nBefore) {
        Random random = new Random(20260310);
        double ratio = expected(weights) / expected(weightsBefore);
        int held = 0;
        for (int i = 0; i < TIMES; i++) {
            Interval interval = known(ChangeInterval.ofMeans(drawn(weights, n, random), drawn(weightsBefore, nBefore, random)));
            held += ratio(interval.low()) <= ratio && ratio <= ratio(interval.high()) ? 1 : 0;
        }

        assertThat(held / (double) TIMES).isBetween(0.938, 0.962);
    }

    private static double expected(String weights) {
        int total = 0;
        int all = 0;
        for (int i = 0; i < weights.length(); i++) {
            total += (i + 1) * (weights.charAt(i) - '0');
            all += weights.charAt(i) - '0';
        }
        return total / (double) all;
    }

    private static Figure drawn(String weights, int n, Random random) {
        int[] urn = weights.chars().map(weight -> weight - '0').toArray();
        int all = Arrays.stream(urn).sum();
        Map<BigDecimal, Long> marks = new HashMap<>();
        for (int i = 0; i < n; i++) {
            int left = random.nextInt(all);
            int mark = 0;
            while (left >= urn[mark]) {
                left -= urn[mark];
                mark++;
            }
            marks.merge(BigDecimal.valueOf(mark + 1L), 1L, Long::sum);
        }
        return Figure.ofMean(Histogram.of(marks));
    }

    /** Over everything that could have been counted, each as likely as it is. */
    @ParameterizedTest
    @CsvSource({ "40, 0.3, 50, 0.6", "30, 0.5, 30, 0.5", "30, 0.9, 40, 0.8", "100, 0.05, 100, 0.1", "60, 0.2, 30, 0.4" })
    void itHoldsTheRatioOfSharesAsOftenAsItShould(int n, double share, int nBefore, double shareBefore) {
        BinomialDistribution current = BinomialDistribution.of(n, share);
        BinomialDistribution baseline = BinomialDistribution.of(nBefore, shareBefore);
        double ratio = share / shareBefore;
        double held = 0;
        double all = 0;
        for (int x = 0; x <= n; x++) {
            for (int y = 1; y <= nBefore; y++) {
                double likely = current.probability(x) * baseline.probability(y);
                if (likely > 1e-9) {
                    Interval interval = known(ChangeInterval.ofShares(share(x, n), share(y, nBefore)));
                    held += ratio(interval.low()) <= ratio && ratio <= ratio(interval.high()) ? likely : 0;
                    all += likely;
                }
            }
        }

        assertThat(held / all).isBetween(0.94, 0.965);
    }
}
