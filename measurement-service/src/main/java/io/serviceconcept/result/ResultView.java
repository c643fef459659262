package io.serviceconcept.result;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.objective.Verdict;
import io.serviceconcept.result.ReleasedPercentiles.ReleasedEstimate;
import io.serviceconcept.result.ReleasedPeriod.ReleasedInterval;
import io.serviceconcept.result.ReleasedPeriod.ReleasedSlice;

/**
 * A result as the API shows it.
 *
 * @param share of a CES the share of marks at or above 5, in percent
 * @param instrumentBreak whether it is not comparable with those before it: a question asks something else since
 * @param revision absent for days and weeks, and for a definition that is not in use: those are not released but computed
 */
@Schema(name = "ResultView")
record ResultView(ReleasedPeriod period, ReleasedSlice slice, Basis basis, ResultState state, @Nullable Long n,
        @Nullable BigDecimal figure, @Nullable ReleasedInterval interval, @Nullable ReleasedEstimate share,
        @Nullable ReleasedPercentiles percentiles, int definitionVersion, boolean open, boolean instrumentBreak,
        @Nullable Long revision, List<ResultVerdict> verdicts) {

    /** What the result says about a target. */
    @Schema(name = "ResultVerdict")
    record ResultVerdict(String concept, int edition, String objective, Verdict verdict, boolean provisional) {
    }

    static ResultView of(Period period, Slice slice, Shown shown, @Nullable Long revision, List<ResultVerdict> verdicts) {
        return new ResultView(ReleasedPeriod.of(period), ReleasedSlice.of(slice), shown.basis(), shown.state(), shown.n(),
                shown.figure(), ReleasedInterval.of(shown.low(), shown.high()), ReleasedEstimate.of(shown.beside().share()),
                ReleasedPercentiles.of(shown.beside()), shown.definitionVersion(), shown.open(), false, revision, verdicts);
    }

    /** The same where a question asks something else than before. */
    ResultView atInstrumentBreak() {
        return new ResultView(period, slice, basis, state, n, figure, interval, share, percentiles, definitionVersion, open,
                true, revision, verdicts);
    }

    /** Whether it is about a period. */
    boolean isAbout(Period some) {
        return period.kind() == some.kind() && period.from().equals(some.from());
    }

    Slice ofSlice() {
        String key = slice.key();
        return new Slice(slice.dimension(), key == null ? "" : key);
    }

    /** Its place in the list. */
    String sortKey() {
        String key = slice.key();
        return period.from() + "|" + (key == null ? "" : key);
    }
}
