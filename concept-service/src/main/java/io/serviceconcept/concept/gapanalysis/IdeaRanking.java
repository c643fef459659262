package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Ideas ranked by the coverage that each would gain per euro, each judged alone beside the concept as it is. */
final class IdeaRanking {

    private static final Comparator<RankedIdea> BEST_FIRST = Comparator.comparing(RankedIdea::gainsForNothing)
            .reversed()
            .thenComparing(RankedIdea::gainPerEuro, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RankedIdea::gain, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RankedIdea::id);

    private IdeaRanking() {
    }

    /**
     * @param euros what it costs; null when unknown
     * @param changes what it would change; what the concept does not have stays out. Null when nobody said
     */
    record CostedIdea(String id, @Nullable BigDecimal euros, @Nullable WhatIfChanges changes) {
    }

    /**
     * @param gain coverage of all after less before, −1 to 1; null when either or the change is unknown
     * @param gainPerEuro null when the gain or the cost is unknown, or the cost is 0
     */
    record RankedIdea(String id, @Nullable BigDecimal euros, @Nullable BigDecimal gain, @Nullable BigDecimal gainPerEuro) {

        /** It costs nothing and gains something: more per euro than anything with a price. */
        boolean gainsForNothing() {
            return euros != null && euros.signum() == 0 && gain != null && gain.signum() > 0;
        }
    }

    /** The best first; ideas of which the cost is unknown come last, by what they gain. */
    static List<RankedIdea> ranked(Sheet sheet, Scope scope, List<CostedIdea> ideas) {
        BigDecimal before = coverage(sheet, scope);
        return ideas.stream().map(idea -> ranked(idea, sheet, scope, before)).sorted(BEST_FIRST).toList();
    }

    private static RankedIdea ranked(CostedIdea idea, Sheet sheet, Scope scope, @Nullable BigDecimal before) {
        WhatIfChanges changes = idea.changes();
        BigDecimal after = before == null || changes == null ? null : coverage(WhatIf.supposed(sheet, changes), scope);
        if (before == null || after == null) {
            return new RankedIdea(idea.id(), idea.euros(), null, null);
        }
        BigDecimal gain = after.subtract(before);
        BigDecimal euros = idea.euros();
        return new RankedIdea(idea.id(), euros, gain, euros == null ? null : WeightedMean.ratio(gain, euros));
    }

    /** Of the needs without sub-needs, weighted by priority, from the fits of the sheet. */
    static @Nullable BigDecimal coverage(Sheet sheet, Scope scope) {
        return new Sums(new Grid(sheet, scope, Basis.ASSESSED, Measurements.NONE)).coverageOfAll();
    }
}
