package io.serviceconcept.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    private static final BigDecimal EXACTLY = BigDecimal.ZERO;

    static Sums sums(List<Integer> values) {
        return values.stream().map(value -> Sums.of(BigDecimal.valueOf(value))).reduce(Sums.NONE, Sums::plus);
    }

    /** Sixty sevens and sixty eights: s² = 30/119, t(0.975; 119) = 1.9801, half width 1.9801 · √(30/119/120) = 0.0908. */
    @Test
    void aHundredAndTwentyMarksOfMeanSevenAndAHalf() {
        Sums sums = sums(Stream.concat(Collections.nCopies(60, 7).stream(), Collections.nCopies(60, 8).stream()).toList());

        Interval interval = Objects.requireNonNull(Interval.aroundMean(sums));

        assertThat(sums.mean()).isEqualByComparingTo("7.5");
        assertThat(sums.variance()).isCloseTo(new BigDecimal("0.2521008403"), within(new BigDecimal("1e-10")));
        assertThat(interval.low()).isCloseTo(new BigDecimal("7.4092"), within(new BigDecimal("0.0001")));
        assertThat(interval.high()).isCloseTo(new BigDecimal("7.5908"), within(new BigDecimal("0.0001")));
    }

    /** As many times −√(n−1) as √(n−1): s/√n is 1, so that the half width is the quantile itself. */
    @ParameterizedTest(name = "t(0.975; {0} - 1)")
    @CsvSource({ "2, 12.706", "10, 2.262", "26, 2.060", "50, 2.010", "82, 1.990" })
    void theQuantileIsThatOfThePublishedTables(int n, BigDecimal quantile) {
        int root = (int) Math.sqrt(n - 1);

        Interval interval = Objects.requireNonNull(Interval.aroundMean(sums(Stream
                .concat(Collections.nCopies(n / 2, -root).stream(), Collections.nCopies(n / 2, root).stream()).toList())));

        assertThat(interval.high()).isCloseTo(quantile, within(new BigDecimal("0.0005")));
        assertThat(interval.low()).isEqualByComparingTo(interval.high().negate());
    }

    /**
     * The hours of sleep that ten patients gained by one drug over another, of "The probable error of a mean" (Student,
     * Biometrika 6, 1908). R's {@code t.test(extra ~ group, sleep, paired = TRUE)}: mean 1.58, 0.7001142 to 2.4598858.
     */
    @Test
    void theHoursOfSleepOfStudentHimself() {
        Sums sums = exact("1.2 2.4 1.3 1.3 0.0 1.0 1.8 0.8 4.6 1.4");

        assertThat(sums.mean()).isEqualByComparingTo("1.58");
        assertInterval(sums, "0.7001142", "2.4598858", "5e-8");
    }

    /**
     * The heights of 75 women: 64.06 to 65.07 (SAS 9.4, Base SAS procedures guide: statistical procedures, the UNIVARIATE
     * procedure, example 4.9).
     */
    @Test
    void theHeightsOfTheSasManual() {
        Sums sums = exact("""
                64.1 60.9 64.1 64.7 66.7 65.0 63.7 67.4 64.9 63.7 64.0 67.5 62.8 63.9 65.9 62.3 64.1 60.6 68.6 68.6
                63.7 63.0 64.7 68.2 66.7 62.8 64.0 64.1 62.1 62.9 62.7 60.9 61.6 64.6 65.7 66.6 66.7 66.0 68.5 64.4
                60.5 63.0 60.0 61.6 64.3 60.2 63.5 64.7 66.0 65.1 63.6 62.0 63.6 65.8 66.0 65.4 63.5 66.3 66.2 67.5
                65.8 63.1 65.8 64.4 64.0 64.9 65.7 61.0 64.1 65.5 68.6 66.6 65.7 65.1 70.0""");

        assertThat(sums.n()).isEqualTo(75);
        assertInterval(sums, "64.06", "65.07", "0.005");
    }

    /**
     * 195 calibrations of a heat flow meter, mean 9.261460 and standard deviation 0.022789: 9.258242 to 9.264679 (NIST/SEMATECH
     * e-Handbook of Statistical Methods, 1.3.5.2, data of Zarr 1990).
     */
    @Test
    void theHeatFlowMeterOfTheEngineeringStatisticsHandbook() {
        BigDecimal n = BigDecimal.valueOf(195);
        BigDecimal mean = new BigDecimal("9.261460");
        BigDecimal deviation = new BigDecimal("0.022789");
        Sums sums = new Sums(195, n.multiply(mean), n.subtract(BigDecimal.ONE).multiply(deviation.pow(2))
                .add(n.multiply(mean.pow(2))));

        assertInterval(sums, "9.258242", "9.264679", "0.000001");
    }

    private static void assertInterval(Sums sums, String low, String high, String within) {
        Interval interval = Objects.requireNonNull(Interval.aroundMean(sums));
        assertThat(interval.low()).isCloseTo(new BigDecimal(low), within(new BigDecimal(within)));
        assertThat(interval.high()).isCloseTo(new BigDecimal(high), within(new BigDecimal(within)));
    }

    private static Sums exact(String values) {
        return Stream.of(values.split("\\s+")).map(BigDecimal::new).map(Sums::of).reduce(Sums.NONE, Sums::plus);
    }

    @Test
    void oneValueHasNoInterval() {
        assertThat(Interval.aroundMean(sums(List.of(8)))).isNull();
        assertThat(Interval.aroundMean(Sums.NONE)).isNull();
    }

    @Test
    void equalValuesHaveNoSpread() {
        Interval interval = Objects.requireNonNull(Interval.aroundMean(sums(Collections.nCopies(40, 7))));

        assertThat(interval.low()).isCloseTo(BigDecimal.valueOf(7), within(EXACTLY));
        assertThat(interval.high()).isCloseTo(BigDecimal.valueOf(7), within(EXACTLY));
    }

    /** A large number and its neighbours one below and one above: in floating point their variance drowns. */
    @Test
    void nothingCancelsInExactSums() {
        BigDecimal large = new BigDecimal("1000000000000");
        Sums sums = new Sums(3, large.multiply(BigDecimal.valueOf(3)),
                large.multiply(large).multiply(BigDecimal.valueOf(3)).add(BigDecimal.TWO));

        assertThat(sums.variance()).isEqualByComparingTo(BigDecimal.ONE);
    }
}
