package io.serviceconcept.concept;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;

/** The adopted editions, read from the events that carry them. */
@ApplicationScoped
class Editions {

    private final Concepts concepts;

    Editions(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * @param version the version of the concept at which it was adopted
     * @param actor who adopted it
     */
    record Edition(EditionAdopted adopted, long version, String actor) {
    }

    /**
     * All editions that there were at the moment that is asked for, the first one first.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept
     */
    List<Edition> of(String concept) {
        return concepts.events(concept).stream().filter(recorded -> recorded.event() instanceof EditionAdopted)
                .map(recorded -> new Edition((EditionAdopted) recorded.event(), recorded.version(),
                        recorded.metadata().actor()))
                .toList();
    }
}
