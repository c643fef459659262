package io.serviceconcept.concept;

import java.time.LocalDate;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.ETags;

/**
 * The entity tag of a concept: the version of its stream. An edition takes force without a new version, so while one lies
 * ahead the number of those that have begun is in the tag too; a change builds on the version alone.
 */
final class ConceptTag {

    private ConceptTag() {
    }

    static EntityTag of(Concept concept, LocalDate today) {
        Draft draft = concept.draft();
        int begun = draft.begun(today);
        boolean same = concept instanceof Concept.Retired || begun == draft.editions().size();
        return same ? ETags.of(draft.version()) : ETags.of(draft.version(), begun);
    }

    /**
     * The version that a change of the whole concept builds on, from the header {@code If-Match}; see
     * {@link ETags#requiredOfMarked}.
     */
    static long required(@Nullable String ifMatch) {
        return ETags.requiredOfMarked(ifMatch);
    }

    /** 200 with the concept as it is shown on that day. */
    static Response ok(Concept concept, LocalDate today) {
        return Response.ok(ConceptView.of(concept, today)).tag(of(concept, today)).build();
    }
}
