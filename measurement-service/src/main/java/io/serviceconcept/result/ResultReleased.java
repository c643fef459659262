package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.result.ReleasedPercentiles.ReleasedEstimate;
import io.serviceconcept.result.ReleasedPeriod.ReleasedInterval;
import io.serviceconcept.result.ReleasedPeriod.ReleasedSlice;

/** The contract record {@code measurement.result-released.v1}. */
record ResultReleased(String indicator, int definitionVersion, ReleasedPeriod period, ReleasedSlice slice, Basis basis,
        ResultState state, @Nullable Long n, @Nullable BigDecimal figure, @Nullable ReleasedInterval interval, boolean open,
        boolean instrumentBreak,
        @Nullable ReleasedEstimate share, @Nullable ReleasedPercentiles percentiles, List<ReleasedEdition> editions,
        long revision, Instant releasedAt) {

    static final String TYPE = "measurement.result-released.v1";

    static ResultReleased of(String indicator, Period period, Slice slice, Shown shown, boolean instrumentBreak, long revision,
            Instant releasedAt) {
        return new ResultReleased(indicator, shown.definitionVersion(), ReleasedPeriod.of(period), ReleasedSlice.of(slice),
                shown.basis(), shown.state(), shown.n(), shown.figure(), ReleasedInterval.of(shown.low(), shown.high()),
                shown.open(), instrumentBreak, ReleasedEstimate.of(shown.beside().share()),
                ReleasedPercentiles.of(shown.beside()),
                ReleasedEdition.of(shown.editions()), revision, releasedAt);
    }
}
