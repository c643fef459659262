package io.serviceconcept.concept;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Problem;

/** The adopted editions, read from the events that carry them. */
@ApplicationScoped
class Editions {

    private final Concepts concepts;
    private final EventStore store;

    Editions(Concepts concepts, EventStore store) {
        this.concepts = concepts;
        this.store = store;
    }

    /**
     * @param version the version of the concept at which it was adopted
     * @param actor who adopted it
     */
    record Edition(EditionAdopted adopted, long version, String actor) {
    }

    /**
     * All editions, the first one first.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept
     */
    List<Edition> of(String concept) {
        List<RecordedEvent> events = store.read(concepts.stream(concept), 0);
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        return events.stream().filter(recorded -> recorded.event() instanceof EditionAdopted)
                .map(recorded -> new Edition((EditionAdopted) recorded.event(), recorded.version(),
                        recorded.metadata().actor()))
                .toList();
    }
}
