package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Ideas ranked by the coverage that each would gain per euro, each judged alone beside the concept as it is. */
final class IdeaRanking {

    private static final Comparator<RankedIdea> BEST_FIRST = Comparator
            .comparing(RankedIdea::gainPerEuro, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RankedIdea::gain, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RankedIdea::id);

    private IdeaRanking() {
    }

    /**
     * @param euros what it costs; null when unknown
     * @param changes what it would change; what the concept does not have stays out
     */
    record CostedIdea(String id, @Nullable BigDecimal euros, WhatIfChanges changes) {
    }

    /**
     * @param gain coverage of all after less before, −1 to 1; null when either is unknown
     * @param gainPerEuro null when the gain or the cost is unknown, or the cost is 0
     */
    record RankedIdea(String id, @Nullable BigDecimal gain, @Nullable BigDecimal gainPerEuro) {
    }

    /** The best first; ideas of which the cost is unknown come last, by what they gain. */
    static List<RankedIdea> ranked(Sheet sheet, Scope scope, List<CostedIdea> ideas) {
        BigDecimal before = coverage(sheet, scope);
        return ideas.stream().map(idea -> ranked(idea, before, coverage(WhatIf.supposed(sheet, idea.changes()), scope)))
                .sorted(BEST_FIRST).toList();
    }

    private static RankedIdea ranked(CostedIdea idea, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return new RankedIdea(idea.id(), null, null);
        }
        BigDecimal gain = after.subtract(before);
        BigDecimal euros = idea.euros();
        return new RankedIdea(idea.id(), gain, euros == null ? null : WeightedMean.ratio(gain, euros));
    }

    private static @Nullable BigDecimal coverage(Sheet sheet, Scope scope) {
        return new Sums(new Grid(sheet, scope, Basis.ASSESSED, Measurements.NONE)).coverageOfAll();
    }
}
