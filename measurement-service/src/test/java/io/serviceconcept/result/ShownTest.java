package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Interval;

class ShownTest {

    private static Figure mean(long n) {
        return new Figure(Basis.RESPONSES, true, n, new BigDecimal("7.50000049"),
                new Interval(new BigDecimal("7.12345678"), new BigDecimal("7.90")));
    }

    @Test
    void nineResponsesAreHidden() {
        assertThat(Shown.of(mean(9), 1, true))
                .isEqualTo(new Shown(1, Basis.RESPONSES, ResultState.HIDDEN, null, null, null, null, true));
    }

    @Test
    void tenResponsesAreShownRounded() {
        assertThat(Shown.of(mean(10), 1, false)).isEqualTo(new Shown(1, Basis.RESPONSES, ResultState.RELEASED, 10L,
                new BigDecimal("7.5"), new BigDecimal("7.123457"), new BigDecimal("7.9"), false));
    }

    @Test
    void aCountIsNeverHidden() {
        assertThat(Shown.of(Figure.ofCensus(new BigDecimal("4"), true), 1, false).state())
                .isEqualTo(ResultState.RELEASED);
        assertThat(Shown.of(Figure.ofCensus(new BigDecimal("4"), false), 1, false).state())
                .isEqualTo(ResultState.INCOMPLETE);
    }

    @Test
    void wholeNumbersAreSpeltWithoutAnExponent() {
        assertThat(Shown.of(Figure.ofCensus(new BigDecimal("100000.00"), true), 1, false).figure()).hasToString("100000");
    }
}
