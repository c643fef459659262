package io.serviceconcept.concept.gapanalysis;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.concept.KeptFolds;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;

/** Reads the sheets of the concepts of the caller's organisation. */
@ApplicationScoped
class DraftSheets {

    private final EventStore store;
    private final Caller caller;
    private final KeptFolds<Sheet> kept;

    DraftSheets(EventStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
        this.kept = new KeptFolds<>(store, Matrix::new);
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
        StreamId stream = ConceptId.parse(concept).orElseThrow(() -> Problem.notFound().exception())
                .stream(caller.organisation());
        return (asOf.equals(AsOf.now()) ? now(stream) : then(stream, asOf))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    private Optional<DraftSheet> now(StreamId stream) {
        return kept.now(stream).map(seen -> new DraftSheet(seen.view(), seen.version()));
    }

    private Optional<DraftSheet> then(StreamId stream, AsOf asOf) {
        List<RecordedEvent> events = store.read(stream, asOf);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Matrix matrix = new Matrix();
        events.forEach(recorded -> matrix.apply((ConceptEvent) recorded.event()));
        return Optional.of(new DraftSheet(matrix.view(), events.getLast().version()));
    }
}
