package io.serviceconcept.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;

/**
 * How the edition in force does.
 *
 * @param edition the number of the edition
 */
record Standing(String concept, String name, int edition, LocalDate inForceFrom, List<ObjectiveStanding> objectives,
        List<ChannelStanding> channels) {

    /**
     * An objective with the verdict on the latest period in which there was something to judge.
     *
     * @param n how many answers the figure rests on; absent for a census
     * @param interval of 95 %
     * @param change since the baseline in percent
     * @param through the last day that was compared with the baseline
     * @param provisional whether the period is still open
     * @param result the address of the result behind the verdict
     */
    record ObjectiveStanding(String id, String name, StandingIndicator indicator, StandingTarget target,
            ObjectiveWindow window, @Nullable StandingSlice slice, LocalDate dueDate, @Nullable BigDecimal weight,
            String owner, @Nullable StandingPeriod period, @Nullable BigDecimal figure, @Nullable Long n,
            @Nullable StandingInterval interval, @Nullable BigDecimal change, @Nullable StandingBaseline baseline,
            @Nullable LocalDate through, String verdict, boolean provisional, @Nullable Instant judgedAt, String result) {
    }

    record StandingIndicator(String id, @Nullable String name, @Nullable String unit) {
    }

    record StandingTarget(TargetComparison comparison, BigDecimal value, TargetMeasure measure,
            @Nullable Integer baselineYear) {
    }

    record StandingSlice(ObjectiveDimension dimension, @Nullable String key) {
    }

    record StandingPeriod(String kind, String label, LocalDate from, LocalDate to) {
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
     * @param measured customer satisfaction in the latest month; absent when nothing was measured
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
