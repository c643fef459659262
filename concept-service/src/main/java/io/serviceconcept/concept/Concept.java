package io.serviceconcept.concept;

import java.util.function.UnaryOperator;

import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;

/** Where a concept is in its life. The methods of a state are its legal transitions. */
sealed interface Concept {

    /**
     * @throws IllegalStateException if there is no concept
     */
    Draft draft();

    /** Nothing is known of it yet. */
    record Absent() implements Concept {

        @Override
        public Draft draft() {
            throw new IllegalStateException("there is no concept");
        }

        InDraft created(ConceptCreated event) {
            return new InDraft(Draft.created(event));
        }
    }

    /** It is being worked on. */
    record InDraft(Draft draft) implements Concept {

        InDraft changed(UnaryOperator<Draft> change) {
            return new InDraft(change.apply(draft));
        }

        Proposed proposed() {
            return new Proposed(draft.unchanged());
        }

        Retired retired() {
            return new Retired(draft.unchanged());
        }
    }

    /** It lies before the management: only what is operational may still change. */
    record Proposed(Draft draft) implements Concept {

        Proposed operated(UnaryOperator<Draft> change) {
            return new Proposed(change.apply(draft));
        }

        InDraft withdrawn() {
            return new InDraft(draft.unchanged());
        }

        InDraft adopted(EditionAdopted event) {
            return new InDraft(draft.adopted(event));
        }

        Retired retired() {
            return new Retired(draft.unchanged());
        }
    }

    /** It is over: it can be read, and nothing of it changes any more. */
    record Retired(Draft draft) implements Concept {
    }
}
