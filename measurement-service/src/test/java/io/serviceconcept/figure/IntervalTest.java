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

    /** With two values 0 and 2 the mean is 1 and s/√n is 1, so that the half width is the quantile itself. */
    @Test
    void theQuantileIsThatOfThePublishedTables() {
        Interval interval = Objects.requireNonNull(Interval.aroundMean(sums(List.of(0, 2))));

        assertThat(interval.high()).isCloseTo(new BigDecimal("13.706"), within(new BigDecimal("0.001")));
    }

    /** Quantiles t(0.975; n−1) as in the tables of Student's distribution; s/√n is √(n/(n−1))/√n for ±1 in equal number. */
    @ParameterizedTest
    @CsvSource({ "10, 2.262", "30, 2.045", "120, 1.980" })
    void theHalfWidthFollowsFromTheQuantile(int n, BigDecimal quantile) {
        Sums sums = sums(Stream.concat(Collections.nCopies(n / 2, -1).stream(), Collections.nCopies(n / 2, 1).stream())
                .toList());

        Interval interval = Objects.requireNonNull(Interval.aroundMean(sums));

        BigDecimal standardError = BigDecimal.valueOf(1 / Math.sqrt(n - 1));
        assertThat(interval.high()).isCloseTo(quantile.multiply(standardError), within(new BigDecimal("0.0005")));
        assertThat(interval.low()).isEqualByComparingTo(interval.high().negate());
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
