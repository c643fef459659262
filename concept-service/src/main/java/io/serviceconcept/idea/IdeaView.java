package io.serviceconcept.idea;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaOutline.IdeaScores;

/**
 * An idea as the API shows it.
 *
 * @param nextStates the states that may follow
 * @param tests how many concept tests it has
 * @param version the version of the idea, its ETag and that of its tests
 */
record IdeaView(String id, String title, @Nullable String description, IdeaOrigin origin, IdeaState state,
        List<IdeaState> nextStates, List<String> features, List<String> processes, List<String> systems,
        List<String> needs, List<String> channels, @Nullable IdeaScores scores, @Nullable BigDecimal cost,
        List<IdeaEffect> expectedEffects, String owner, int tests, long version) {

    static IdeaView of(String id, Present idea) {
        IdeaOutline outline = idea.outline();
        return new IdeaView(id, outline.title(), outline.description(), outline.origin(), idea.state(),
                idea.state().next(), outline.features(), outline.processes(), outline.systems(), outline.needs(),
                outline.channels(), outline.scores(), outline.cost(),
                outline.expectedEffects(), outline.owner(), idea.tests().size(),
                idea.version());
    }
}
