package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.gapanalysis.DraftSheets.DraftSheet;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedGroup;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.ChannelMix;

/**
 * The concept before and after the supposed changes; nothing of it is stored.
 *
 * @param status existing or planned: which channels count
 * @param basis assessed or measured: which fits count, beside those supposed
 * @param version the version of the concept that was analysed
 * @param asOf the moment of which the concept is analysed, with what was measured by then; absent for now
 */
record WhatIfAnswer(String concept, String status, String basis, long version, @Nullable Instant asOf, WhatIfSums before,
        WhatIfSums after) {

    /**
     * @param asOf the moment of which the draft and what was measured are; null for now
     * @param changes without {@link WhatIfChecks#violations violations}
     */
    static WhatIfAnswer of(String concept, DraftSheet draft, @Nullable Instant asOf, Scope scope, Basis basis,
            Measurements measured, WhatIfChanges changes) {
        Sheet sheet = basis == Basis.MEASURED ? draft.sheet().with(measured) : draft.sheet();
        return new WhatIfAnswer(concept, scope.word(), basis.word(), draft.version(), asOf, sums(sheet, scope),
                sums(WhatIf.supposed(sheet, changes), scope));
    }

    private static WhatIfSums sums(Sheet sheet, Scope scope) {
        return WhatIfSums.of(new GapAnalyst(sheet, scope, Basis.ASSESSED, Measurements.NONE).analyse("", 0, null));
    }

    /**
     * @param coverage 0–1, of the needs without sub-needs, weighted by priority
     * @param adequateChannels how many channels that count serve at least one need adequately
     * @param neglectedPairs how many needs are neglected for how many groups, together
     * @param needs the highest priority first
     */
    record WhatIfSums(@Nullable BigDecimal coverage, int adequateChannels, int neglectedPairs,
            List<NeglectedPair> neglected, ChannelMix mix, List<WhatIfNeed> needs, List<AnalysedGroup> groups) {

        static WhatIfSums of(GapAnalysis analysis) {
            List<NeglectedPair> neglected = analysis.needs().stream()
                    .flatMap(need -> need.neglected().stream().map(group -> new NeglectedPair(need.id(), group.group())))
                    .toList();
            List<WhatIfNeed> needs = analysis.needs().stream().map(need -> new WhatIfNeed(need.id(), need.name(),
                    need.priority(), need.coverage(), need.adequateChannels())).toList();
            return new WhatIfSums(analysis.coverage(), analysis.adequateChannels(), neglected.size(), neglected,
                    analysis.mix(), needs, analysis.groups());
        }
    }

    record NeglectedPair(String need, String group) {
    }

    /**
     * @param priority 0–5
     * @param coverage 0–1; null when unknown
     * @param adequateChannels how many channels that count serve it adequately; of a core need with sub-needs, at least one of
     *        those
     */
    record WhatIfNeed(String id, String name, @Nullable BigDecimal priority, @Nullable BigDecimal coverage,
            @Schema(description = "how many channels that count serve it adequately (fit 3 and more); of a core need with sub-needs: at least one of those") int adequateChannels) {
    }
}
