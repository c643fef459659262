package io.serviceconcept.concept;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Problem;

/** Everything that a concept of the caller's organisation holds, for readers in other packages. */
@ApplicationScoped
public class ConceptContents {

    private final Concepts concepts;
    private final Editions editions;

    ConceptContents(Concepts concepts, Editions editions) {
        this.concepts = concepts;
        this.editions = editions;
    }

    /**
     * @param edition its number; of a draft the number it gets when it is adopted
     * @param inForceFrom null for a draft
     */
    public record Held(String name, @Nullable String description, int edition, @Nullable LocalDate inForceFrom,
            EditionContent content) {
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept
     */
    public Held draft(String concept) {
        Draft draft = concepts.draft(concept);
        return new Held(draft.identity().name(), draft.identity().description(), draft.nextEdition(), null,
                EditionRules.content(draft));
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such edition
     */
    public Held edition(String concept, int number) {
        String description = concepts.draft(concept).identity().description();
        return editions.of(concept).stream().map(Editions.Edition::adopted)
                .filter(adopted -> adopted.edition() == number).findFirst()
                .map(adopted -> new Held(adopted.name(), description, number, adopted.inForceFrom(), adopted.content()))
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
