package io.serviceconcept.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.intake.Ids;

/** The surveys, for those who take in and count their responses. */
@ApplicationScoped
public class Surveys {

    private static final int KEPT = 10_000;

    private final EventStore store;
    /** A survey never changes once drawn up, so what was read stays true. */
    private final Map<StreamId, SurveyEvent.DrawnUp> known = new ConcurrentHashMap<>();

    Surveys(EventStore store) {
        this.store = store;
    }

    /** The survey as it is, empty when the organisation has no such survey. */
    public Optional<SurveyEvent.DrawnUp> find(String organisation, String survey) {
        if (!Ids.isId(survey)) {
            return Optional.empty();
        }
        StreamId stream = new SurveyId(Ids.canonical(survey)).stream(organisation);
        SurveyEvent.DrawnUp kept = known.get(stream);
        return kept != null ? Optional.of(kept) : read(stream);
    }

    private Optional<SurveyEvent.DrawnUp> read(StreamId stream) {
        List<RecordedEvent> events = store.read(stream, 0);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        SurveyEvent.DrawnUp survey = (SurveyEvent.DrawnUp) events.getLast().event();
        if (known.size() < KEPT) {
            known.put(stream, survey);
        }
        return Optional.of(survey);
    }
}
