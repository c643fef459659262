package io.serviceconcept.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Interval;

class TargetTest {

    private static final int MINIMUM = 30;
    private static final Target AT_LEAST_7 = new Target(Comparison.AT_LEAST, new BigDecimal("7"));
    private static final Target FIVE_PERCENT_LESS = new Target(Comparison.AT_MOST, new BigDecimal("-5"));

    private static final Target TEN_PERCENT_MORE = new Target(Comparison.AT_LEAST, BigDecimal.TEN);

    private static Figure mean(long n, String low, String value, String high) {
        return new Figure(Basis.RESPONSES, true, n, new BigDecimal(value),
                new Interval(new BigDecimal(low), new BigDecimal(high)));
    }

    private static Figure count(String total) {
        return Figure.ofCensus(new BigDecimal(total), true);
    }

    private static Verdict judged(@Nullable Figure figure) {
        return AT_LEAST_7.judge(figure, MINIMUM);
    }

    @ParameterizedTest
    @CsvSource({
            "7.1, 7.5, 7.9, MET",
            "7.0, 7.5, 8.0, MET",
            "6.9, 7.4, 7.9, LIKELY_MET",
            "6.5, 7.0, 7.5, LIKELY_MET",
            "6.5, 6.9, 7.3, LIKELY_MISSED",
            "6.0, 6.5, 7.0, LIKELY_MISSED",
            "6.0, 6.4, 6.8, MISSED" })
    void atLeastIsMetWhenTheWholeIntervalReachesTheTarget(String low, String value, String high, Verdict verdict) {
        assertThat(judged(mean(120, low, value, high))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
            "1.0, 2.0, 3.0, MET",
            "2.5, 3.0, 3.5, LIKELY_MET",
            "2.9, 3.1, 3.3, LIKELY_MISSED",
            "3.1, 3.5, 3.9, MISSED" })
    void atMostIsMetWhenTheWholeIntervalStaysBelow(String low, String value, String high, Verdict verdict) {
        assertThat(new Target(Comparison.AT_MOST, new BigDecimal("3")).judge(mean(120, low, value, high), MINIMUM))
                .isEqualTo(verdict);
    }

    @Test
    void whatStandsInTheWayOfAVerdictGoesFirst() {
        assertThat(judged(null)).isEqualTo(Verdict.NO_DATA);
        assertThat(judged(mean(9, "8", "9", "10"))).isEqualTo(Verdict.HIDDEN);
        assertThat(judged(mean(10, "8", "9", "10"))).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judged(mean(29, "8", "9", "10"))).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judged(mean(30, "8", "9", "10"))).isEqualTo(Verdict.MET);
        assertThat(judged(Figure.ofCensus(BigDecimal.TEN, false))).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void aCensusIsJudgedFromItsFigure() {
        assertThat(judged(count("7"))).isEqualTo(Verdict.MET);
        assertThat(judged(count("6"))).isEqualTo(Verdict.MISSED);
    }

    @Test
    void aReportedFigureIsOnlyLikely() {
        assertThat(judged(Figure.reported(new BigDecimal("7.2"), null))).isEqualTo(Verdict.LIKELY_MET);
        assertThat(judged(Figure.reported(new BigDecimal("6.8"), 400L))).isEqualTo(Verdict.LIKELY_MISSED);
        assertThat(judged(Figure.reported(new BigDecimal("6.8"), 12L))).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(judged(Figure.reported(new BigDecimal("6.8"), 9L))).isEqualTo(Verdict.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({ "94000, 100000, -6, MET", "95000, 100000, -5, MET", "96000, 100000, -4, MISSED" })
    void theChangeBetweenTwoCountsIsFirm(String current, String baseline, BigDecimal change, Verdict verdict) {
        assertThat(Target.change(count(current), count(baseline))).isEqualByComparingTo(change);
        assertThat(FIVE_PERCENT_LESS.judgeChange(count(current), count(baseline), null, MINIMUM)).isEqualTo(verdict);
    }

    @Test
    void aChangeNeedsBothSidesWhole() {
        Figure incomplete = Figure.ofCensus(new BigDecimal("90"), false);

        assertThat(FIVE_PERCENT_LESS.judgeChange(null, count("100"), null, MINIMUM)).isEqualTo(Verdict.NO_DATA);
        assertThat(FIVE_PERCENT_LESS.judgeChange(count("90"), null, null, MINIMUM)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(FIVE_PERCENT_LESS.judgeChange(incomplete, count("100"), null, MINIMUM)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(FIVE_PERCENT_LESS.judgeChange(count("90"), incomplete, null, MINIMUM)).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void whatWasAnsweredHasNothingToBeComparedWithWhenTheBaselineWasNeverMeasured() {
        assertThat(FIVE_PERCENT_LESS.judgeChange(mean(100, "6.2", "6.6", "7.0"), null, null, MINIMUM))
                .isEqualTo(Verdict.NO_DATA);
        assertThat(FIVE_PERCENT_LESS.judgeChange(mean(9, "6.2", "6.6", "7.0"), null, null, MINIMUM)).isEqualTo(Verdict.HIDDEN);
    }

    @Test
    void thereIsNoChangeAgainstNothing() {
        assertThat(Target.change(count("90"), count("0"))).isNull();
        assertThat(FIVE_PERCENT_LESS.judgeChange(count("90"), count("0"), null, MINIMUM)).isEqualTo(Verdict.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({ "10, 12, MET", "10.1, 30, MET", "5, 15, LIKELY_MET", "5, 9.9, MISSED" })
    void theIntervalOfAChangeDecidesWhereItLiesOnOneSide(BigDecimal low, BigDecimal high, Verdict verdict) {
        Figure better = mean(100, "6.2", verdict == Verdict.MISSED ? "6.5" : "6.6", "7.0");

        assertThat(TEN_PERCENT_MORE.judgeChange(better, mean(100, "5.6", "6.0", "6.4"), new Interval(low, high), MINIMUM))
                .isEqualTo(verdict);
    }

    @Test
    void aChangeWithoutAnIntervalIsOnlyLikely() {
        Figure better = mean(100, "6.2", "6.6", "7.0");

        assertThat(TEN_PERCENT_MORE.judgeChange(better, mean(100, "5.6", "6.0", "6.4"), null, MINIMUM))
                .isEqualTo(Verdict.LIKELY_MET);
        assertThat(TEN_PERCENT_MORE.judgeChange(better, mean(100, "5.7", "6.1", "6.4"), null, MINIMUM))
                .isEqualTo(Verdict.LIKELY_MISSED);
    }

    @Test
    void aChangeNeedsEnoughOnBothSides() {
        Figure better = mean(100, "6.2", "6.6", "7.0");
        Interval firm = new Interval(BigDecimal.TEN, BigDecimal.valueOf(12));

        assertThat(TEN_PERCENT_MORE.judgeChange(better, mean(29, "5", "6", "7"), firm, MINIMUM))
                .isEqualTo(Verdict.INSUFFICIENT);
        assertThat(TEN_PERCENT_MORE.judgeChange(better, mean(9, "5", "6", "7"), firm, MINIMUM)).isEqualTo(Verdict.HIDDEN);
    }
}
