package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Interval;
import io.serviceconcept.figure.Period;
import io.serviceconcept.objective.ObjectiveTarget;
import io.serviceconcept.objective.Target;
import io.serviceconcept.objective.Verdict;

/**
 * A verdict and what it rests on, as far as it may be seen. Two that are equal need no new revision.
 *
 * @param change in percent; {@code changeLow} and {@code changeHigh} are its interval
 * @param through the last day that was compared with the baseline
 * @param provisional whether the period is still open
 * @param acrossInstrumentBreak whether the baseline lies before an instrument break and the period does not: there is no change
 *        to speak of
 */
record Judged(Verdict verdict, boolean provisional, @Nullable Long n, @Nullable BigDecimal figure,
        @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable BigDecimal change, @Nullable BigDecimal changeLow,
        @Nullable BigDecimal changeHigh, @Nullable String baselineLabel,
        @Nullable BigDecimal baselineFigure, @Nullable LocalDate through, boolean acrossInstrumentBreak) {

    /** There is no figure, and it is late. */
    static Judged overdue(boolean provisional) {
        return nothing(Verdict.OVERDUE, provisional, null);
    }

    /** Nothing may be seen of what it rests on. */
    static Judged hidden(boolean provisional, @Nullable LocalDate through) {
        return nothing(Verdict.HIDDEN, provisional, through);
    }

    private static Judged nothing(Verdict verdict, boolean provisional, @Nullable LocalDate through) {
        return new Judged(verdict, provisional, null, null, null, null, null, null, null, null, null, through, false);
    }

    /** The same of a period that may have been closed since. */
    Judged provisionalOrNot(boolean isProvisional) {
        return new Judged(verdict, isProvisional, n, figure, low, high, change, changeLow, changeHigh, baselineLabel,
                baselineFigure, through,
                acrossInstrumentBreak);
    }

    static Judged figure(ObjectiveTarget objective, @Nullable Figure figure, int minimumN, boolean provisional) {
        Verdict verdict = objective.target().judge(figure, minimumN);
        if (figure == null || verdict == Verdict.HIDDEN) {
            return nothing(verdict, provisional, null);
        }
        Interval interval = figure.interval();
        return new Judged(verdict, provisional, figure.n(), Decimals.shown(figure.value()),
                interval == null ? null : Decimals.shown(interval.low()),
                interval == null ? null : Decimals.shown(interval.high()), null, null, null, null, null, null, false);
    }

    static Judged change(ObjectiveTarget objective, @Nullable Figure current, Period baselinePeriod,
            @Nullable Figure baseline, @Nullable Interval ofChange, int minimumN, boolean provisional, LocalDate through) {
        Verdict verdict = objective.target().judgeChange(current, baseline, ofChange, minimumN);
        if (current == null || verdict == Verdict.HIDDEN) {
            return nothing(verdict, provisional, through);
        }
        BigDecimal change = baseline == null ? null : Target.change(current, baseline);
        // between incomplete counts there is no change to speak of
        BigDecimal told = verdict == Verdict.INCOMPLETE ? null : change;
        Interval interval = told == null ? null : ofChange;
        return new Judged(verdict, provisional, current.n(), Decimals.shown(current.value()), null, null,
                told == null ? null : Decimals.shown(told), interval == null ? null : Decimals.shown(interval.low()),
                interval == null ? null : Decimals.shown(interval.high()), baselinePeriod.label(),
                baseline == null ? null : Decimals.shown(baseline.value()), through, false);
    }

    /** The same figures where those of the baseline are answers to something else. */
    Judged acrossBreak() {
        return new Judged(verdict == Verdict.HIDDEN ? Verdict.HIDDEN : Verdict.NO_DATA, provisional, n, figure, low, high, null,
                null, null, baselineLabel, baselineFigure, through, true);
    }
}
