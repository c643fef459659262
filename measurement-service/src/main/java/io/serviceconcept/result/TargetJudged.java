package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Period;
import io.serviceconcept.objective.Verdict;
import io.serviceconcept.result.ReleasedPeriod.ReleasedInterval;

/** The contract record {@code measurement.target-judged.v1}. */
record TargetJudged(String concept, int edition, String objective, String indicator, ReleasedPeriod period,
        @Nullable Long n, @Nullable BigDecimal figure, @Nullable ReleasedInterval interval, @Nullable BigDecimal change,
        @Nullable ReleasedInterval changeInterval, @Nullable Baseline baseline, @Nullable LocalDate through, Verdict verdict,
        boolean provisional,
        boolean acrossInstrumentBreak, long revision,
        Instant judgedAt) {

    static final String TYPE = "measurement.target-judged.v1";

    /** @param label of the period that is compared with */
    record Baseline(String label, BigDecimal figure) {
    }

    static TargetJudged of(String concept, int edition, String objective, String indicator, Period period, Judged judged,
            long revision, Instant judgedAt) {
        String label = judged.baselineLabel();
        BigDecimal before = judged.baselineFigure();
        return new TargetJudged(concept, edition, objective, indicator, ReleasedPeriod.of(period), judged.n(),
                judged.figure(), ReleasedInterval.of(judged.low(), judged.high()), judged.change(),
                ReleasedInterval.of(judged.changeLow(), judged.changeHigh()),
                label == null || before == null ? null : new Baseline(label, before), judged.through(), judged.verdict(),
                judged.provisional(), judged.acrossInstrumentBreak(), revision, judgedAt);
    }
}
