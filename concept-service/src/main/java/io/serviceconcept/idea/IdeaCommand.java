package io.serviceconcept.idea;

import java.util.Set;

import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.concept.Part;
import io.serviceconcept.eventsourcing.Personal;

/** What may be asked of an idea. {@code known} are those of the named parts that the concept's draft has. */
sealed interface IdeaCommand {

    record Propose(String concept, IdeaOutline outline, Set<Part.Reference> known) implements IdeaCommand {
    }

    record Change(IdeaOutline outline, Set<Part.Reference> known) implements IdeaCommand {
    }

    /**
     * @param succession what became of the needs of the concept
     */
    record Move(IdeaState to, String reason, NeedSuccession succession) implements IdeaCommand {
    }

    record AddTest(ConceptTest test, Set<Part.Reference> known) implements IdeaCommand {
    }

    record ChangeTest(ConceptTest test, Set<Part.Reference> known) implements IdeaCommand {
    }

    record RecordQuote(String test, String quote, Personal text) implements IdeaCommand {
    }
}
