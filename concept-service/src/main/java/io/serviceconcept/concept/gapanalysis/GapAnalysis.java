package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.gapanalysis.ChannelSums.Replaceability;
import io.serviceconcept.concept.gapanalysis.Quadrants.Quadrant;

/**
 * A gap analysis as the API shows it. Figures have at most six decimals.
 *
 * @param status existing or planned: which channels count
 * @param basis assessed or measured: which fits count
 * @param version the version of the concept that was analysed
 * @param asOf the moment of which the concept is analysed; absent for now
 * @param coverage 0–1, of the needs without sub-needs, weighted by priority
 * @param adequateChannels how many channels that count serve at least one need adequately (fit 3 and more)
 * @param needs the highest priority first
 * @param layers from the bottom up
 * @param cells every cell of the matrix that was assessed or measured
 */
record GapAnalysis(String concept, String status, String basis, long version, @Nullable Instant asOf,
        @Nullable BigDecimal coverage, int adequateChannels, QuadrantCut cut, ChannelMix mix,
        @JsonSerialize(using = Pieces.OfNeeds.class) List<AnalysedNeed> needs,
        List<AnalysedGroup> groups, List<AnalysedChannel> channels, List<AnalysedLayer> layers,
        @JsonSerialize(using = Pieces.OfCells.class) List<MatrixCell> cells) {

    /**
     * Where the quadrants are cut; what lies on a cut is high.
     *
     * @param priority the mean priority of the needs without sub-needs of which the importance to any group is known
     * @param coverage the mean coverage, weighted by priority, of those of which the coverage is known as well
     */
    record QuadrantCut(@Nullable BigDecimal priority, @Nullable BigDecimal coverage) {
    }

    /**
     * The channels that count, in a month, in the organisation's currency.
     *
     * @param cost Σ volume × cost per contact, of the channels of which both are known
     * @param costUnknown the ids of the other channels that count
     * @param budget absent when none is set
     * @param withinBudget false when what is known costs more already; absent when none is set, or when what is known fits
     *        and other costs are unknown
     */
    record ChannelMix(BigDecimal cost, List<String> costUnknown, @Nullable BigDecimal budget,
            @Schema(description = "true when all costs are known and fit; false when the known cost is higher than the budget already; absent when no budget is set, or when the known cost fits and others are unknown") @Nullable Boolean withinBudget) {
    }

    /**
     * @param priority the importance over all groups by their share, 0–5; only ranks. Null when no group has a share
     * @param coverage how well the channels serve the need, 0–1, over the groups by share and importance; null when unknown
     * @param quadrant importance beside performance; absent when either is unknown
     * @param adequateChannels how many channels that count serve it adequately; of a core need with sub-needs, at least one of
     *        those
     * @param neglected the groups to which it matters (4 or more) and which no channel serves adequately. A core need is
     *        served through its sub-needs: those of which the importance to the group is known and above 0, or all of them
     *        while nothing is known of any. It is not listed for a group to which one of those matters: that one says
     * @param overServed whether it matters little to everybody (2 or less) while three or more channels are adequate; never
     *        true of a core need with sub-needs
     */
    record AnalysedNeed(String id, String name, @Nullable String coreNeed, NeedAudience audience,
            @Nullable BigDecimal priority, @Nullable BigDecimal coverage, @Nullable Quadrant quadrant,
            @Schema(description = "how many channels that count serve it adequately (fit 3 and more); of a core need with sub-needs: at least one of those") int adequateChannels,
            List<NeedCoverage> groups,
            @Schema(description = "the groups to which it matters (4 and more) and which no channel serves adequately. A core need is served through those of its sub-needs that are known to be relevant to the group (importance above 0), or through all of them while nothing is known of any; it is not listed for a group to which a sub-need matters: that one says") List<NeglectedGroup> neglected,
            @Schema(description = "whether it matters little to everybody (2 and less) while three or more channels are adequate; never true of a core need with sub-needs") boolean overServed,
            List<AnalysisWarning> warnings) {
    }

    /**
     * @param importance 0–5; null when unknown
     * @param coverage 0–1; null when no fit of a channel that reaches the group is known
     * @param opportunity absent when the need is not relevant to the group, or its importance or satisfaction is unknown
     * @param expectation 0–4, on the scale of fits; absent when unknown
     * @param measured what the group says of the need
     * @param expectationGap measured less expected: below 0 the group gets less than it expects
     */
    record NeedCoverage(String group, String name, @Nullable Integer importance, @Nullable BigDecimal coverage,
            @Nullable NeedOpportunity opportunity, @Nullable Integer expectation, @Nullable PairMeasurement measured,
            @Nullable BigDecimal expectationGap) {
    }

    /**
     * Importance + max(importance − satisfaction, 0), after Ulwick.
     *
     * @param figure 0–20
     * @param importance (i − 1) ÷ 4 × 10: 0–10
     * @param satisfaction 0–10: 2.5 × the measured fit where the group was asked about the need, else 10 × the coverage
     * @param satisfactionBasis where the satisfaction comes from
     */
    record NeedOpportunity(BigDecimal figure, BigDecimal importance, BigDecimal satisfaction, Basis satisfactionBasis) {
    }

    /**
     * @param share of the customer base in percent
     */
    record NeglectedGroup(String group, String name, BigDecimal share) {
    }

    record AnalysisWarning(String code, String message, @Nullable String group) {
    }

    /**
     * @param share of the customer base in percent
     * @param coverage 0–1, of the needs without sub-needs, weighted by their importance to the group
     */
    record AnalysedGroup(String id, String name, BigDecimal share, @Nullable BigDecimal coverage) {
    }

    /**
     * @param counted whether it has a status that counts in this analysis
     * @param value Σ priority × fit over the needs without sub-needs; absent when none of its fits is known
     * @param valuePerEuro the value by the cost per contact; absent when that is unknown or 0
     * @param neededBy how many pairs of a need and a group have no other adequate channel with capacity
     * @param costPerMonth volume × cost per contact
     * @param overCapacity whether it takes more contacts than it can; absent when either is unknown
     */
    record AnalysedChannel(String id, String name, @Nullable String layer, ChannelStatus status, boolean counted,
            @Nullable BigDecimal value, @Nullable BigDecimal valuePerEuro, Replaceability replaceability, int neededBy,
            @Nullable BigDecimal costPerContact, @Nullable Long volumePerMonth, @Nullable Long capacityPerMonth,
            @Nullable BigDecimal costPerMonth, @Nullable Boolean overCapacity) {
    }

    /**
     * @param channels how many channels of the layer count
     * @param coverage 0–1: what its channels alone do for the groups that the layer serves, over the needs without sub-needs
     *        by share and importance; 0 without channels, null when nothing of it is known
     */
    record AnalysedLayer(String id, String name, int position, int channels, @Nullable BigDecimal coverage) {
    }

    /**
     * @param fit the median over the assessors, 0–4; absent when nobody assessed it
     * @param spread the highest assessment less the lowest
     * @param counted whether the channel has a status that counts in this analysis
     * @param contradicted whether the interval of what was measured excludes the assessed fit by a full point
     */
    record MatrixCell(String need, String channel, @Nullable BigDecimal fit, @Nullable Integer spread, int assessors,
            boolean counted, @Nullable PairMeasurement measured, boolean contradicted) {
    }

    /**
     * Customer satisfaction on the scale of fits, in the latest month of which a figure was released.
     *
     * @param fit 0–4
     * @param low of the interval of 95 %
     * @param high of the interval of 95 %
     * @param n how many answers it rests on
     * @param month as 2026-11
     */
    record PairMeasurement(BigDecimal fit, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable Long n,
            String month) {
    }
}
