package io.serviceconcept.concept.gapanalysis;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;

/** Reads the sheets of the concepts of the caller's organisation. */
@ApplicationScoped
class DraftSheets {

    private final EventStore store;
    private final Caller caller;

    DraftSheets(EventStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /**
     * @param version the version of the concept
     */
    record DraftSheet(Sheet sheet, long version) {
    }

    /**
     * The draft of a concept as it is or was.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has or had no such concept
     */
    DraftSheet of(String concept, AsOf asOf) {
        List<RecordedEvent> events = ConceptId.parse(concept)
                .map(id -> store.read(id.stream(caller.organisation()), asOf)).orElse(List.of());
        if (events.isEmpty()) {
            throw Problem.notFound().exception();
        }
        Matrix matrix = new Matrix();
        events.forEach(recorded -> matrix.apply((ConceptEvent) recorded.event()));
        return new DraftSheet(matrix.sheet(), events.getLast().version());
    }

    /**
     * What cannot be the id of a concept is not looked for.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404
     */
    void requireId(String concept) {
        ConceptId.parse(concept).orElseThrow(() -> Problem.notFound().exception());
    }

    /** Whether nothing happened to a concept of the organisation since it had this version. */
    boolean isCurrent(String concept, long version) {
        return ConceptId.parse(concept).filter(id -> store.read(id.stream(caller.organisation()), version).isEmpty())
                .isPresent();
    }
}
