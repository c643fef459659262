package io.serviceconcept.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * A period as analyses show it.
 *
 * @param to its last day
 */
@Schema(name = "AnalysedPeriod")
record AnalysedPeriod(PeriodKind kind, String label, LocalDate from, LocalDate to) {

    static AnalysedPeriod of(Period period) {
        return new AnalysedPeriod(period.kind(), period.label(), period.from(), period.to());
    }

    /** @param key absent for ALL */
    @Schema(name = "AnalysedSlice")
    record AnalysedSlice(Dimension dimension, @Nullable String key) {

        static AnalysedSlice of(Slice slice) {
            return new AnalysedSlice(slice.dimension(), slice.key().isEmpty() ? null : slice.key());
        }
    }

    @Schema(name = "AnalysedInterval", description = "95 %")
    record AnalysedInterval(BigDecimal low, BigDecimal high) {

        static AnalysedInterval of(Interval interval) {
            return new AnalysedInterval(Decimals.shown(interval.low()), Decimals.shown(interval.high()));
        }
    }
}
