package io.serviceconcept.concept;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** What the drafts of the caller's organisation hold, for what names their parts from outside. */
@ApplicationScoped
public class DraftParts {

    private final Concepts concepts;

    DraftParts(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * Those of the asked parts that the draft of the concept has.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept
     */
    public Set<Part.Reference> among(String concept, List<Part.Reference> asked) {
        Parts parts = concepts.draft(concept).parts();
        return asked.stream().filter(reference -> parts.has(reference.kind(), reference.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses what would change something of a concept that is over.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 409 when it is; 404 as {@link #among}
     */
    public void requireOpen(String concept) {
        if (concepts.get(concept) instanceof Concept.Retired) {
            throw Refusals.exception(new ConceptRejection.IsRetired());
        }
    }

    /**
     * What became of the needs of a concept.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException as {@link #among}
     */
    public NeedSuccession succession(String concept) {
        return NeedSuccession.of(concepts.events(concept).stream().map(recorded -> (ConceptEvent) recorded.event()).toList());
    }
}
