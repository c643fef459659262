package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.result.ReleasedPeriod.ReleasedSlice;

/** The contract record {@code measurement.result-corrected.v1}. */
record ResultCorrected(String indicator, int definitionVersion, ReleasedPeriod period, ReleasedSlice slice, Basis basis,
        Stood from, Became to, long revision, Instant correctedAt) {

    static final String TYPE = "measurement.result-corrected.v1";

    /** @param since when it was released */
    record Stood(@Nullable Long n, BigDecimal figure, Instant since) {
    }

    record Became(@Nullable Long n, @Nullable BigDecimal figure) {
    }

    static ResultCorrected of(String indicator, Period period, Slice slice, Shown shown, Correction correction,
            long revision) {
        return new ResultCorrected(indicator, shown.definitionVersion(), ReleasedPeriod.of(period), ReleasedSlice.of(slice),
                shown.basis(), new Stood(correction.n(), correction.figure(), correction.since()),
                new Became(shown.n(), shown.figure()), revision, correction.at());
    }
}
