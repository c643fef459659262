package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;

/**
 * A period as the API and the contracts show it.
 *
 * @param to its last day
 */
@Schema(name = "ResultPeriod")
record ReleasedPeriod(PeriodKind kind, String label, LocalDate from, LocalDate to) {

    static ReleasedPeriod of(Period period) {
        return new ReleasedPeriod(period.kind(), period.label(), period.from(), period.to());
    }

    /** @param key absent for ALL */
    @Schema(name = "ResultSlice")
    record ReleasedSlice(Dimension dimension, @Nullable String key) {
        static ReleasedSlice of(Slice slice) {
            return new ReleasedSlice(slice.dimension(), slice.key().isEmpty() ? null : slice.key());
        }
    }

    @Schema(name = "ResultInterval")
    record ReleasedInterval(BigDecimal low, BigDecimal high) {
        static @Nullable ReleasedInterval of(@Nullable BigDecimal low, @Nullable BigDecimal high) {
            return low == null || high == null ? null : new ReleasedInterval(low, high);
        }
    }
}
