package io.serviceconcept.idea;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.Idea.Tested;

/** The concept tests of ideas, for readers in other packages; never what participants said. */
@ApplicationScoped
public class ConceptTests {

    private final CommandHandler<IdeaCommand, Idea, IdeaEvent, IdeaRejection> handler;

    ConceptTests(CommandHandler<IdeaCommand, Idea, IdeaEvent, IdeaRejection> handler) {
        this.handler = handler;
    }

    /** Those of an idea, the first one first; none when the organisation has no such idea. */
    public List<ConceptTest> of(String organisation, IdeaId idea) {
        return handler.load(idea.stream(organisation)).state() instanceof Present present
                ? present.tests().values().stream().map(Tested::test).toList()
                : List.of();
    }
}
