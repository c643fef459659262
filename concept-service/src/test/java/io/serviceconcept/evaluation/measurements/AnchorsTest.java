package io.serviceconcept.evaluation.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    private static final Anchors MARKS = new Anchors(BigDecimal.ONE, BigDecimal.valueOf(7), BigDecimal.TEN);

    @ParameterizedTest
    @CsvSource({ "1, 0", "4, 1.5", "7, 3", "8.5, 3.5", "10, 4", "0, 0", "11, 4", "8, 3.333333" })
    void marksBecomeFitsThroughTheAnchors(BigDecimal mark, String fit) {
        assertThat(MARKS.fit(mark)).isEqualTo(new BigDecimal(fit));
    }

    @Test
    void anIndicatorWithoutAnchorsHasNoFits() {
        KnownIndicator indicator = new KnownIndicator();
        assertThat(Anchors.of(indicator)).isEmpty();

        indicator.anchorLowest = BigDecimal.TEN;
        indicator.anchorNorm = BigDecimal.TEN;
        indicator.anchorHighest = BigDecimal.TEN;
        assertThat(Anchors.of(indicator)).isEmpty();
    }
}
