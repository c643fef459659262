package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Need.NeedAudience;

/**
 * A gap analysis as the API shows it.
 *
 * @param status existing or planned: which channels count
 * @param version the version of the concept that was analysed
 * @param needs the highest priority first
 * @param cells every assessed cell of the matrix
 */
record GapAnalysis(String concept, String status, long version, List<AnalysedNeed> needs, List<MatrixCell> cells) {

    /**
     * @param priority the importance over all groups by their share, 0–5; only ranks. Null when no group has a share
     * @param coverage how well the channels serve the need, 0–1, over the groups by share and importance; null when unknown
     * @param neglected the groups to which it matters (4 or more) and which no channel serves adequately. A core need that
     *        has sub-needs neglects nobody itself: its sub-needs say
     * @param overServed whether it matters little to everybody (2 or less) while three or more channels are adequate
     */
    record AnalysedNeed(String id, String name, @Nullable String coreNeed, NeedAudience audience,
            @Nullable BigDecimal priority, @Nullable BigDecimal coverage, List<NeedCoverage> groups,
            List<NeglectedGroup> neglected, boolean overServed, List<AnalysisWarning> warnings) {
    }

    /**
     * @param importance 0–5; null when unknown
     * @param coverage 0–1; null when no channel that reaches the group was assessed
     */
    record NeedCoverage(String group, String name, @Nullable Integer importance, @Nullable BigDecimal coverage) {
    }

    /**
     * @param share of the customer base in percent
     */
    record NeglectedGroup(String group, String name, BigDecimal share) {
    }

    record AnalysisWarning(String code, String message, @Nullable String group) {
    }

    /**
     * @param fit the median over the assessors, 0–4
     * @param spread the highest assessment less the lowest
     * @param counted whether the channel has a status that counts in this analysis
     */
    record MatrixCell(String need, String channel, BigDecimal fit, int spread, int assessors, boolean counted) {
    }
}
