package io.serviceconcept.concept;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A concept as the API shows it.
 *
 * @param draftEdition the number that the draft gets when it is adopted
 * @param editionInForce the edition in force today; null when none is, as of a concept that is retired
 * @param version the version of the concept, its ETag
 */
record ConceptView(String id, String name, String slug, @Nullable String description, ConceptState state, int draftEdition,
        @Nullable Integer editionInForce, long version) {

    enum ConceptState {
        DRAFT,
        PROPOSED,
        RETIRED
    }

    static ConceptView of(Concept concept, LocalDate today) {
        Draft draft = concept.draft();
        ConceptState state = state(concept);
        return new ConceptView(draft.identity().id(), draft.identity().name(), draft.identity().slug(),
                draft.identity().description(), state, draft.nextEdition(),
                state == ConceptState.RETIRED ? null : inForce(draft.begun(today)), draft.version());
    }

    private static ConceptState state(Concept concept) {
        return switch (concept) {
            case Concept.Absent absent -> throw new IllegalArgumentException("there is nothing to show");
            case Concept.InDraft in -> ConceptState.DRAFT;
            case Concept.Proposed on -> ConceptState.PROPOSED;
            case Concept.Retired over -> ConceptState.RETIRED;
        };
    }

    /** Editions take force in the order of their numbers, so the last one that has begun is in force. */
    private static @Nullable Integer inForce(int begun) {
        return begun == 0 ? null : begun;
    }
}
