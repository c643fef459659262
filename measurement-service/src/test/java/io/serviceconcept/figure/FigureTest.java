package io.serviceconcept.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures with answers known from elsewhere. */
class FigureTest {

    private static final BigDecimal CLOSE = new BigDecimal("0.001");

    /** @param pairs a value and how often, and so on */
    private static Histogram marks(long... pairs) {
        Map<BigDecimal, Long> counts = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put(BigDecimal.valueOf(pairs[i]), pairs[i + 1]);
        }
        return Histogram.of(counts);
    }

    private static Interval interval(Figure figure) {
        return Objects.requireNonNull(figure.interval());
    }

    private static Estimate given(@Nullable Estimate estimate) {
        return Objects.requireNonNull(estimate);
    }

    /**
     * 8 of 10: 0.490 to 0.943. R 4 prints 0.4901625 0.9433178 for {@code prop.test(8, 10, correct = FALSE)}, and so does
     * Python's statsmodels for {@code proportion_confint(8, 10, method="wilson")}.
     */
    @Test
    void eightOfTenByWilson() {
        Interval interval = Objects.requireNonNull(Interval.ofProportion(BigDecimal.valueOf(8), 10));

        assertThat(interval.low()).isCloseTo(new BigDecimal("0.4901625"), within(new BigDecimal("5e-8")));
        assertThat(interval.high()).isCloseTo(new BigDecimal("0.9433178"), within(new BigDecimal("5e-8")));
    }

    /**
     * Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
     * Medicine 17 (1998), 857-872, table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({ "81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718" })
    void newcombesExamplesByWilson(long hits, long n, BigDecimal low, BigDecimal high) {
        Interval interval = Objects.requireNonNull(Interval.ofProportion(BigDecimal.valueOf(hits), n));

        assertThat(interval.low()).isCloseTo(low, within(new BigDecimal("0.00006")));
        assertThat(interval.high()).isCloseTo(high, within(new BigDecimal("0.00006")));
    }

    @Test
    void aShareOfNothingHasNoInterval() {
        assertThat(Interval.ofProportion(BigDecimal.ZERO, 0)).isNull();
        assertThat(Interval.ofNetPromoters(0, 0, 0)).isNull();
    }

    /**
     * Half promoters, a third passives, a sixth detractors: a score of 1/3 with the variance 5/9 of one answer (the worked
     * example of W. Huber's answer to "How can I calculate margin of error in a NPS result?" on Cross Validated).
     */
    @Test
    void theVarianceOfANetPromoterScore() {
        BigDecimal sixth = BigDecimal.ONE.divide(BigDecimal.valueOf(6), MathContext.DECIMAL128);

        assertThat(Interval.netPromoterVariance(new BigDecimal("0.5"), sixth)).isCloseTo(
                BigDecimal.valueOf(5).divide(BigDecimal.valueOf(9), MathContext.DECIMAL128),
                within(new BigDecimal("1e-30")));
    }

    /** The same example: that of n answers has the variance 5/9 ÷ n. Among so many the three that are added do not show. */
    @Test
    void theVarianceOfTheScoreOfManyIsDividedByHowMany() {
        Interval interval = Objects.requireNonNull(Interval.ofNetPromoters(3_000_000, 1_000_000, 6_000_000));

        // 1.959964 · √(5 ÷ 9 ÷ 6,000,000)
        assertThat(interval.high().subtract(interval.low())).isCloseTo(new BigDecimal("0.00119280"),
                within(new BigDecimal("5e-9")));
    }

    /** 30 % promoters and 20 % detractors: +10 (the glossary of DELA's annual report of 2018, "Net promotor score"). */
    @Test
    void promotersLessDetractors() {
        assertThat(Figure.ofNetPromoters(marks(10, 12, 9, 18, 8, 30, 7, 20, 6, 15, 0, 5)).value()).isEqualByComparingTo("10");
    }

    /**
     * 60 promoters, 40 passives, 20 detractors, by hand. With ¾ added to each class p = 60.75/122.25, d = 20.75/122.25, so
     * p − d = 0.327198, variance 0.559607, half width 1.959964 · √(0.559607/122.25) = 0.132607. (Rocks himself adds 1½ to
     * the passives, which gives 19.3328 to 45.7078.)
     */
    @Test
    void aNetPromoterScore() {
        Figure score = Figure.ofNetPromoters(marks(10, 30, 9, 30, 8, 20, 7, 20, 6, 10, 0, 10));

        assertThat(score.value()).isEqualByComparingTo("33.333333");
        assertThat(score.n()).isEqualTo(120);
        assertThat(interval(score).low()).isCloseTo(new BigDecimal("19.4591"), within(CLOSE));
        assertThat(interval(score).high()).isCloseTo(new BigDecimal("45.9805"), within(CLOSE));
    }

    /**
     * How often 20 answers give an interval that holds the true score, summed over all that 20 may answer. The plain
     * interval, without anything added, would hold it in 88.5, 74.0 and 92.3 of 100 cases.
     */
    @ParameterizedTest
    @CsvSource({ "0.8, 0.1", "0.9, 0.05", "0.5, 0.1667", "0.3, 0.3", "0.05, 0.9" })
    void theIntervalOfAScoreHoldsTheTrueOneAboutAsOftenAsItSays(double promoters, double detractors) {
        int n = 20;
        double held = 0;
        for (int p = 0; p <= n; p++) {
            for (int d = 0; p + d <= n; d++) {
                Interval interval = Objects.requireNonNull(Interval.ofNetPromoters(p, d, n));
                BigDecimal score = BigDecimal.valueOf(promoters).subtract(BigDecimal.valueOf(detractors));
                if (interval.low().compareTo(score) <= 0 && interval.high().compareTo(score) >= 0) {
                    held += BinomialDistribution.of(n, promoters).probability(p)
                            * BinomialDistribution.of(n - p, detractors / (1 - promoters)).probability(d);
                }
            }
        }

        assertThat(held).isBetween(0.94, 0.99);
    }

    @Test
    void aNetPromoterScoreLiesBetweenMinusAndPlusAHundred() {
        assertThat(interval(Figure.ofNetPromoters(marks(10, 12))).high()).isLessThanOrEqualTo(BigDecimal.valueOf(100));
        assertThat(Figure.ofNetPromoters(marks(0, 12)).value()).isEqualByComparingTo("-100");
    }

    /** The example of Delighted's help centre, "How is CSAT calculated?": 74 of 107, 69.16 %. */
    @Test
    void theTopBoxCountsMarksFromTheCutOffOn() {
        Figure csat = Figure.ofTopBox(marks(5, 42, 4, 32, 3, 10, 2, 9, 1, 14), BigDecimal.valueOf(4));

        assertThat(csat.n()).isEqualTo(107);
        assertThat(csat.value()).isCloseTo(new BigDecimal("69.16"), within(new BigDecimal("0.005")));
    }

    @Test
    void theIntervalOfATopBoxIsThatOfItsShare() {
        Figure csat = Figure.ofTopBox(marks(5, 3, 4, 5, 3, 1, 1, 1), BigDecimal.valueOf(4));

        assertThat(csat.value()).isEqualByComparingTo("80");
        assertThat(interval(csat).low()).isCloseTo(new BigDecimal("49.0162"), within(CLOSE));
        assertThat(interval(csat).high()).isCloseTo(new BigDecimal("94.3318"), within(CLOSE));
    }

    /** The example of the help pages of CYS, "Customer Effort Score 7-point scale to average": 1,000 answers, 4.08. */
    @Test
    void aCustomerEffortScoreIsTheMeanOfItsMarks() {
        Figure effort = Figure.ofEffort(marks(1, 80, 2, 210, 3, 140, 4, 110, 5, 160, 6, 180, 7, 120));

        assertThat(effort.n()).isEqualTo(1_000);
        assertThat(effort.value()).isEqualByComparingTo("4.08");
        assertThat(given(effort.beside().share()).value()).isEqualByComparingTo("46");
    }

    @Test
    void aCustomerEffortScoreHasTheShareFromFiveOnBesideIt() {
        Figure effort = Figure.ofEffort(marks(7, 4, 6, 2, 5, 2, 2, 2));

        assertThat(effort.value()).isEqualByComparingTo("5.4");
        assertThat(given(effort.beside().share()).value()).isEqualByComparingTo("80");
        assertThat(Objects.requireNonNull(given(effort.beside().share()).interval()).low())
                .isCloseTo(new BigDecimal("49.0162"), within(CLOSE));
    }

    @Test
    void aShareIsOfThoseWhoAnswered() {
        assertThat(Figure.ofShare(marks(1, 8, 0, 2)).value()).isEqualByComparingTo("80");
        assertThat(Figure.ofShare(marks(1, 8, 0, 2))).isEqualTo(Figure.ofTopBox(marks(1, 8, 0, 2), BigDecimal.ONE));
    }

    /** 304,687 of 1,808,680 people answered (performance.gov, VHA, FY2020 Q1): 16.8 %, published as 17 %. */
    @Test
    void aShareIsNotRoundedToWholePercents() {
        assertThat(Figure.ofCountedShare(BigDecimal.valueOf(304_687), BigDecimal.valueOf(1_808_680), true).value())
                .isEqualByComparingTo("16.845821");
    }

    /** Nearest rank: the 30th, 40th, 50th and 100th percentile of 15, 20, 35, 40, 50 (Wikipedia, "Percentile", example 1). */
    @ParameterizedTest
    @CsvSource({ "5, 15", "30, 20", "40, 20", "50, 35", "99, 50" })
    void thePercentileByNearestRank(int percent, BigDecimal value) {
        Histogram values = marks(15, 1, 20, 1, 35, 1, 40, 1, 50, 1);

        assertThat(Percentile.of(values, percent).value()).isEqualByComparingTo(value);
    }

    /** 0.9³⁶ = 0.0225 and 0.95⁷² = 0.0249 are the first below 2.5 %: from there on the largest value lies beyond it. */
    @ParameterizedTest
    @CsvSource({ "50, 5, 6", "90, 35, 36", "95, 71, 72" })
    void aPercentileHasAnIntervalFromSoManyValuesOn(int percent, int tooFew, int enough) {
        assertThat(Percentile.of(upTo(tooFew), percent).interval()).isNull();
        assertThat(Percentile.of(upTo(enough), percent).interval()).isNotNull();
    }

    /** The interval of the median of 100 values is that from the 40th to the 61st (Conover 1999, table A3; R's quantileCI). */
    @Test
    void theIntervalOfAMedian() {
        Interval interval = Objects.requireNonNull(Percentile.of(upTo(100), 50).interval());

        assertThat(interval).isEqualTo(new Interval(BigDecimal.valueOf(40), BigDecimal.valueOf(61)));
    }

    private static Histogram upTo(int n) {
        return marks(LongStream.rangeClosed(1, n).flatMap(value -> LongStream.of(value, 1)).toArray());
    }

    @Test
    void aDurationIsTheMeanOfAllWithPercentiles() {
        int[] seconds = IntStream.rangeClosed(1, 100).map(i -> 10 * i).toArray();
        Map<Integer, Long> buckets = new HashMap<>();
        Arrays.stream(seconds).forEach(s -> buckets.merge(DurationSketch.bucket(BigDecimal.valueOf(s)), 1L, Long::sum));
        Sums sums = Arrays.stream(seconds).mapToObj(s -> Sums.of(BigDecimal.valueOf(s))).reduce(Sums.NONE, Sums::plus);

        Figure duration = Figure.ofDurations(sums, DurationSketch.histogram(buckets));

        assertThat(duration.value()).isEqualByComparingTo("505");
        assertThat(given(duration.beside().median()).value()).isBetween(new BigDecimal("495"), new BigDecimal("505"));
        assertThat(given(duration.beside().p95()).value()).isBetween(new BigDecimal("940"), new BigDecimal("960"));
        assertThat(duration.hidden()).isFalse();
    }

    @Test
    void timesOfWhichOnlyTheTotalIsKnownTellNothingOfTheirSpread() {
        Figure duration = Figure.ofDurations(new Sums(40, BigDecimal.valueOf(8_000), BigDecimal.ZERO),
                DurationSketch.histogram(Map.of()));

        assertThat(duration.value()).isEqualByComparingTo("200");
        assertThat(duration.interval()).isNull();
        assertThat(duration.beside()).isEqualTo(Beside.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({ "0", "0.000001", "1", "59.5", "86400", "1000000000000" })
    void whatStandsForABucketIsWithinOnePercent(BigDecimal value) {
        BigDecimal shown = DurationSketch.value(DurationSketch.bucket(value));

        assertThat(shown.subtract(value).abs())
                .isLessThanOrEqualTo(value.multiply(new BigDecimal("0.0101")).add(new BigDecimal("0.0000005")));
    }

    @Test
    void whenAllTookTheirAnswersBackNothingIsSeen() {
        Histogram nothing = marks(8, 0);

        assertThat(Figure.ofMean(nothing).hidden()).isTrue();
        assertThat(Figure.ofShare(nothing).hidden()).isTrue();
        assertThat(Figure.ofNetPromoters(nothing).hidden()).isTrue();
    }

    @Test
    void aChangeMayBeSeenWhereBothFiguresMay() {
        Figure large = Figure.ofMean(marks(8, 40));
        Figure small = Figure.ofMean(marks(7, 9));

        assertThat(Figure.ofChange(large, small, BigDecimal.ONE, null).hidden()).isTrue();
        assertThat(Figure.ofChange(large, large, BigDecimal.ONE, null).hidden()).isFalse();
        assertThat(Figure.ofChange(Figure.ofCensus(BigDecimal.TEN, true), Figure.ofCensus(BigDecimal.ONE, true),
                BigDecimal.ONE, null).census()).isTrue();
    }
}
