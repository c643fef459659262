package io.serviceconcept.concept.gapanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;
import io.serviceconcept.evaluation.measurements.Anchors;
import io.serviceconcept.evaluation.measurements.MeasuredResult;

class PairMeasurementsTest {

    private static final Anchors MARKS = new Anchors(BigDecimal.ONE, BigDecimal.valueOf(7), BigDecimal.TEN);

    @Test
    void marksAndTheirIntervalsBecomeFits() {
        Measurements measured = PairMeasurements.measurements(MARKS, List.of(result("n|c", "8.5", "7", "10")),
                List.of(result("n|g", "4", null, null)));

        assertThat(measured.ofChannel("n", "c")).isEqualTo(new Measurement(new BigDecimal("3.5"), new BigDecimal("3"),
                new BigDecimal("4"), 40L, "2026-11", LocalDate.of(2026, 11, 1)));
        assertThat(measured.ofGroup("n", "g")).isEqualTo(
                new Measurement(new BigDecimal("1.5"), null, null, 40L, "2026-11", LocalDate.of(2026, 11, 1)));
    }

    @Test
    void whatHasNoFigureOrIsNoPairStaysOut() {
        Measurements measured = PairMeasurements.measurements(MARKS,
                List.of(result("n|c", null, null, null), result("UNKNOWN", "8", null, null)), List.of());

        assertThat(measured).isEqualTo(new Measurements(Map.of(), Map.of()));
    }

    private static MeasuredResult result(String key, @Nullable String figure, @Nullable String low, @Nullable String high) {
        MeasuredResult result = new MeasuredResult();
        result.sliceKey = key;
        result.periodLabel = "2026-11";
        result.periodFrom = LocalDate.of(2026, 11, 1);
        result.n = 40L;
        result.figure = figure == null ? null : new BigDecimal(figure);
        result.low = low == null ? null : new BigDecimal(low);
        result.high = high == null ? null : new BigDecimal(high);
        return result;
    }
}
