package io.serviceconcept.result;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.objective.Verdict;
import io.serviceconcept.result.ReleasedPeriod.ReleasedInterval;
import io.serviceconcept.result.ReleasedPeriod.ReleasedSlice;

/**
 * A result as the API shows it.
 *
 * @param revision absent for days and weeks, which are not released but computed
 */
@Schema(name = "ResultView")
record ResultView(ReleasedPeriod period, ReleasedSlice slice, Basis basis, ResultState state, @Nullable Long n,
        @Nullable BigDecimal figure, @Nullable ReleasedInterval interval, int definitionVersion, boolean open,
        @Nullable Long revision, List<ResultVerdict> verdicts) {

    /** What the result says about a target. */
    @Schema(name = "ResultVerdict")
    record ResultVerdict(String concept, int edition, String objective, Verdict verdict, boolean provisional) {
    }

    static ResultView of(Period period, Slice slice, Shown shown, @Nullable Long revision, List<ResultVerdict> verdicts) {
        return new ResultView(ReleasedPeriod.of(period), ReleasedSlice.of(slice), shown.basis(), shown.state(), shown.n(),
                shown.figure(), ReleasedInterval.of(shown.low(), shown.high()), shown.definitionVersion(), shown.open(),
                revision, verdicts);
    }

    /** Its place in the list. */
    String sortKey() {
        String key = slice.key();
        return period.from() + "|" + (key == null ? "" : key);
    }
}
