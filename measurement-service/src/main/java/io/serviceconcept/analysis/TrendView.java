package io.serviceconcept.analysis;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.analysis.AnalysedPeriod.AnalysedInterval;
import io.serviceconcept.analysis.AnalysedPeriod.AnalysedSlice;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.PeriodKind;

/**
 * How figures go.
 *
 * @param points how many figures there are to go by, since the last instrument break
 * @param direction absent, with slope and interval, below 4 figures
 * @param slope how much a figure is above that of the period before
 */
@Schema(name = "Trend")
record TrendView(PeriodKind period, AnalysedSlice slice, int points, @Nullable AnalysedPeriod from,
        @Nullable AnalysedPeriod to, Trend.@Nullable Direction direction, @Nullable BigDecimal slope,
        @Nullable AnalysedInterval interval) {

    static TrendView of(SeriesQuestion question, Series comparable, int points, @Nullable Trend trend) {
        AnalysedPeriod from = comparable.points().isEmpty() ? null
                : AnalysedPeriod.of(comparable.points().getFirst().period());
        AnalysedPeriod to = comparable.points().isEmpty() ? null : AnalysedPeriod.of(comparable.points().getLast().period());
        return new TrendView(question.kind(), AnalysedSlice.of(question.slice()), points, from, to,
                trend == null ? null : trend.direction(), trend == null ? null : Decimals.shown(trend.slope()),
                trend == null ? null : AnalysedInterval.of(trend.interval()));
    }
}
