package io.serviceconcept.result;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Beside;
import io.serviceconcept.figure.Estimate;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.result.ReleasedPeriod.ReleasedInterval;

/** Percentiles as the API and the contracts show them: by nearest rank, with an interval from 6, 36 and 72 values on. */
@Schema(name = "ResultPercentiles")
record ReleasedPercentiles(ReleasedEstimate p50, ReleasedEstimate p90, ReleasedEstimate p95) {

    static @Nullable ReleasedPercentiles of(Beside beside) {
        ReleasedEstimate p50 = ReleasedEstimate.of(beside.median());
        ReleasedEstimate p90 = ReleasedEstimate.of(beside.p90());
        ReleasedEstimate p95 = ReleasedEstimate.of(beside.p95());
        return p50 == null || p90 == null || p95 == null ? null : new ReleasedPercentiles(p50, p90, p95);
    }

    /** A number beside a figure. */
    @Schema(name = "ResultEstimate")
    record ReleasedEstimate(BigDecimal value, @Nullable ReleasedInterval interval) {

        static @Nullable ReleasedEstimate of(@Nullable Estimate estimate) {
            if (estimate == null) {
                return null;
            }
            Interval interval = estimate.interval();
            return new ReleasedEstimate(estimate.value(),
                    interval == null ? null : ReleasedInterval.of(interval.low(), interval.high()));
        }
    }
}
