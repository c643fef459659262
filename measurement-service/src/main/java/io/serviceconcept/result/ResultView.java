package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;
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
 * @param editions in force on the last day of the period, of an open one today, of the concepts that set the indicator a target
 *        or ask about it
 * @param corrected what the figure of a closed period was before it was corrected
 * @param revision absent for days and weeks, and for a definition that is not in use: those are not released but computed
 */
@Schema(name = "ResultView")
record ResultView(ReleasedPeriod period, ReleasedSlice slice, Basis basis, ResultState state, @Nullable Long n,
        @Nullable BigDecimal figure, @Nullable ReleasedInterval interval, @Nullable ReleasedEstimate share,
        @Nullable ReleasedPercentiles percentiles, int definitionVersion, boolean open, boolean instrumentBreak,
        List<ReleasedEdition> editions, @Nullable ResultCorrection corrected, @Nullable Long revision,
        List<ResultVerdict> verdicts) {

    /** A figure that stood for an hour or longer in a closed period, until late or corrected answers made it another. */
    @Schema(name = "ResultCorrection")
    record ResultCorrection(@Nullable Long n, BigDecimal figure,
            @Schema(description = "When it was released.") Instant since,
            @Schema(description = "When it was last made another.") Instant at) {

        static @Nullable ResultCorrection of(@Nullable Correction correction) {
            return correction == null ? null
                    : new ResultCorrection(correction.n(), correction.figure(), correction.since(), correction.at());
        }
    }

    /** What the result says about a target. */
    @Schema(name = "ResultVerdict")
    record ResultVerdict(String concept, int edition, String objective, Verdict verdict, boolean provisional,
            @Schema(description = "Whether the target, or the rate it is about, compares with what was answered before a question changed: then there is nothing to compare, and the verdict is NO_DATA.") boolean acrossInstrumentBreak) {
    }

    static ResultView of(Period period, Slice slice, Shown shown, @Nullable Correction correction, @Nullable Long revision,
            List<ResultVerdict> verdicts) {
        return new ResultView(ReleasedPeriod.of(period), ReleasedSlice.of(slice), shown.basis(), shown.state(), shown.n(),
                shown.figure(), ReleasedInterval.of(shown.low(), shown.high()), ReleasedEstimate.of(shown.beside().share()),
                ReleasedPercentiles.of(shown.beside()), shown.definitionVersion(), shown.open(), false,
                ReleasedEdition.of(shown.editions()), ResultCorrection.of(correction), revision, verdicts);
    }

    /** The same where a question asks something else than before. */
    ResultView atInstrumentBreak() {
        return new ResultView(period, slice, basis, state, n, figure, interval, share, percentiles, definitionVersion, open,
                true, editions, corrected, revision, verdicts);
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
