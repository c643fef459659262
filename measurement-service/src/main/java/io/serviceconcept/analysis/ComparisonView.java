package io.serviceconcept.analysis;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.analysis.AnalysedPeriod.AnalysedInterval;
import io.serviceconcept.analysis.AnalysedPeriod.AnalysedSlice;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.result.ReleasedSeries.SeenFigure;

/**
 * Two slices beside each other.
 *
 * @param difference first less second; absent where one of them may not be seen
 * @param interval of the difference; absent where there is none, as between counts
 * @param p how likely a difference as large or larger is where there is none, two-sided
 * @param differs whether zero lies outside the interval
 */
@Schema(name = "Comparison")
record ComparisonView(AnalysedPeriod period, ComparedSlice first, ComparedSlice second, @Nullable BigDecimal difference,
        @Nullable AnalysedInterval interval, @Nullable BigDecimal p, @Nullable Boolean differs,
        Difference.@Nullable Method method) {

    /** @param figure absent where it may not be seen */
    @Schema(name = "ComparedSlice")
    record ComparedSlice(AnalysedSlice slice, @Nullable Long n, @Nullable BigDecimal figure,
            @Nullable AnalysedInterval interval) {

        static ComparedSlice of(Slice slice, @Nullable SeenFigure seen) {
            BigDecimal low = seen == null ? null : seen.low();
            BigDecimal high = seen == null ? null : seen.high();
            return new ComparedSlice(AnalysedSlice.of(slice), seen == null ? null : seen.n(),
                    seen == null ? null : seen.figure(),
                    low == null || high == null ? null : AnalysedInterval.of(new Interval(low, high)));
        }
    }

    static ComparisonView of(AnalysedPeriod period, ComparedSlice first, ComparedSlice second,
            @Nullable Difference difference) {
        BigDecimal one = first.figure();
        BigDecimal other = second.figure();
        if (difference != null) {
            return new ComparisonView(period, first, second, Decimals.shown(difference.difference()),
                    AnalysedInterval.of(difference.interval()), Decimals.shown(difference.p()), difference.differs(),
                    difference.method());
        }
        return new ComparisonView(period, first, second,
                one == null || other == null ? null : Decimals.shown(one.subtract(other)), null, null, null, null);
    }
}
