package io.serviceconcept.idea;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaOutline.IdeaScores;

/**
 * An idea as the API shows it: with the needs that there are instead of those that were merged or split meanwhile.
 *
 * @param replacedNeeds the needs that it was given and that were merged or split since, each with those that are named
 *        instead; the history has them as they were given
 * @param nextStates the states that may follow
 * @param tests how many concept tests it has
 * @param version the version of the idea, its ETag and that of its tests
 */
record IdeaView(String id, String title, @Nullable String description, IdeaOrigin origin, IdeaState state,
        List<IdeaState> nextStates, List<String> features, List<String> processes, List<String> systems,
        List<String> needs, List<String> channels, @Nullable IdeaScores scores, @Nullable BigDecimal cost,
        List<IdeaEffect> expectedEffects, String owner, int tests, List<ReplacedNeed> replacedNeeds, long version) {

    /**
     * @param by the need it was merged into, or the needs it was split into, as far as that went on
     */
    record ReplacedNeed(String need, List<String> by) {
    }

    static IdeaView of(String id, Present idea, NeedSuccession succession) {
        IdeaOutline outline = idea.outline().following(succession);
        return new IdeaView(id, outline.title(), outline.description(), outline.origin(), idea.state(),
                idea.state().next(), outline.features(), outline.processes(), outline.systems(), outline.needs(),
                outline.channels(), outline.scores(), outline.cost(),
                outline.expectedEffects(), outline.owner(), idea.tests().size(), replaced(idea.outline(), succession),
                idea.version());
    }

    private static List<ReplacedNeed> replaced(IdeaOutline given, NeedSuccession succession) {
        return Stream.concat(given.needs().stream(), given.expectedEffects().stream().map(IdeaEffect::need)).distinct()
                .filter(succession::ended).map(need -> new ReplacedNeed(need, succession.of(need))).toList();
    }
}
