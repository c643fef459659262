package io.serviceconcept.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.evaluation.measurements.FormerVerdicts.Former;
import io.serviceconcept.evaluation.measurements.TargetVerdict;

/**
 * How the edition in force does.
 *
 * @param edition the number of the edition
 */
record Standing(String concept, String name, int edition, LocalDate inForceFrom, List<ObjectiveStanding> objectives,
        List<ServiceLevelStanding> serviceLevels, List<ChannelStanding> channels) {

    /**
     * An objective with the verdict on the latest period in which there was something to judge.
     *
     * @param n how many answers the figure rests on; absent for a census
     * @param interval of 95 %
     * @param change since the baseline in percent
     * @param through the last day that was compared with the baseline
     * @param provisional whether the period is still open
     * @param result the address of the result behind the verdict
     * @param lastJudged the latest period that could be judged, while the one of the verdict cannot be; absent when it can, or
     *        when none ever was under this edition
     * @param former the last verdict under an earlier edition on the same target, while this edition has none that could be
     *        judged; absent when there is one, or never was any
     */
    record ObjectiveStanding(String id, String name, StandingIndicator indicator, StandingTarget target,
            ObjectiveWindow window, @Nullable StandingSlice slice, LocalDate dueDate, @Nullable BigDecimal weight,
            String owner, @Nullable StandingPeriod period, @Nullable BigDecimal figure, @Nullable Long n,
            @Nullable StandingInterval interval, @Nullable BigDecimal change, @Nullable StandingBaseline baseline,
            @Nullable LocalDate through, String verdict, boolean provisional, @Nullable Instant judgedAt, String result,
            @Nullable JudgedStanding lastJudged, @Nullable FormerStanding former) {
    }

    /**
     * A service level with the verdict on the latest period in which there was something to judge: it is kept when it is MET.
     *
     * @param promise in customer language
     * @param service the id of the service it is about; absent for all
     * @param n how many answers the figure rests on; absent for a census
     * @param interval of 95 %
     * @param verdict NO_DATA when there is none under this edition yet
     * @param provisional whether the period is still open
     * @param result the address of the result behind the verdict
     * @param lastJudged the latest period that could be judged, while the one of the verdict cannot be; absent when it can, or
     *        when none ever was under this edition
     * @param former the last verdict under an earlier edition on the same norm, while this edition has none that could be
     *        judged; absent when there is one, or never was any
     */
    record ServiceLevelStanding(String id, String name, String promise, @Nullable String service,
            StandingIndicator indicator, StandingNorm norm, ObjectiveWindow window, @Nullable StandingSlice slice,
            @Nullable StandingPeriod period, @Nullable BigDecimal figure, @Nullable Long n,
            @Nullable StandingInterval interval, String verdict, boolean provisional, @Nullable Instant judgedAt,
            String result, @Nullable JudgedStanding lastJudged, @Nullable FormerStanding former) {
    }

    record StandingNorm(TargetComparison comparison, BigDecimal value) {
    }

    /**
     * How it stood when it could be judged last.
     *
     * @param verdict MET, MISSED, LIKELY_MET or LIKELY_MISSED
     * @param n how many answers the figure rests on; absent for a census
     * @param interval of 95 %
     * @param change since the baseline in percent
     * @param provisional whether the period is still open
     */
    record JudgedStanding(StandingPeriod period, String verdict, @Nullable BigDecimal figure, @Nullable Long n,
            @Nullable StandingInterval interval, @Nullable BigDecimal change, boolean provisional, Instant judgedAt) {

        static JudgedStanding of(TargetVerdict verdict) {
            return new JudgedStanding(StandingPeriod.of(verdict), verdict.verdict, Figures.shown(verdict.figure), verdict.n,
                    StandingInterval.of(verdict.low, verdict.high), Figures.shown(verdict.change), verdict.provisional,
                    verdict.judgedAt);
        }
    }

    /**
     * How it stood under an edition before.
     *
     * @param edition the number of that edition
     */
    record FormerStanding(int edition, LocalDate inForceFrom, StandingPeriod period, String verdict,
            @Nullable BigDecimal figure, @Nullable Long n, @Nullable StandingInterval interval, boolean provisional) {

        static FormerStanding of(Former former) {
            TargetVerdict verdict = former.verdict();
            return new FormerStanding(former.edition().edition(), former.edition().inForceFrom(),
                    StandingPeriod.of(verdict), verdict.verdict, Figures.shown(verdict.figure), verdict.n,
                    StandingInterval.of(verdict.low, verdict.high), verdict.provisional);
        }
    }

    record StandingIndicator(String id, @Nullable String name, @Nullable String unit) {
    }

    record StandingTarget(TargetComparison comparison, BigDecimal value, TargetMeasure measure,
            @Nullable Integer baselineYear) {
    }

    record StandingSlice(ObjectiveDimension dimension, @Nullable String key) {

        static @Nullable StandingSlice of(Objective.@Nullable Slice slice) {
            return slice == null ? null : new StandingSlice(slice.dimension(), slice.key());
        }
    }

    record StandingPeriod(String kind, String label, LocalDate from, LocalDate to) {

        static StandingPeriod of(TargetVerdict verdict) {
            return new StandingPeriod(verdict.periodKind, verdict.periodLabel, verdict.periodFrom, verdict.periodTo);
        }
    }

    record StandingInterval(BigDecimal low, BigDecimal high) {

        static @Nullable StandingInterval of(@Nullable BigDecimal low, @Nullable BigDecimal high) {
            return low == null || high == null ? null : new StandingInterval(Figures.plain(low), Figures.plain(high));
        }
    }

    record StandingBaseline(@Nullable String label, @Nullable BigDecimal figure) {
    }

    /**
     * A channel of the edition.
     *
     * @param status as it is now
     * @param measured customer satisfaction in the latest month that has a figure; while none has one, the latest month;
     *        absent when nothing was measured
     * @param measuredFit the same on the scale of fits, through the indicator's anchors
     */
    record ChannelStanding(String id, String name, @Nullable String layer, ChannelStatus status,
            @Nullable ChannelSatisfaction measured, @Nullable MeasuredFit measuredFit, List<ChannelFit> assessedFits,
            List<ChannelTouchpoint> touchpoints) {
    }

    record ChannelSatisfaction(StandingPeriod period, String state, @Nullable Long n, @Nullable BigDecimal figure,
            @Nullable StandingInterval interval) {
    }

    /**
     * @param figure 0–4
     */
    record MeasuredFit(BigDecimal figure, @Nullable StandingInterval interval) {
    }

    /**
     * @param need the id of the need
     * @param fit the median over the assessors, 0–4
     */
    record ChannelFit(String need, String name, BigDecimal fit, int assessors) {
    }

    record ChannelTouchpoint(String journey, String touchpoint, String name) {
    }
}
