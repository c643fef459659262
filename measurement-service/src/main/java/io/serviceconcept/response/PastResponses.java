package io.serviceconcept.response;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.response.ResponseEvent.Content;

/** What responses said before they were corrected or retracted, for those who counted it. */
@ApplicationScoped
public class PastResponses {

    private final EventStore store;

    PastResponses(EventStore store) {
        this.store = store;
    }

    /** What a response said until an event of it; empty when it did not stand. */
    public Optional<Content> before(RecordedEvent event) {
        return store.read(event.stream(), new AsOf.Version(event.version() - 1)).reversed().stream().findFirst()
                .map(RecordedEvent::event).filter(Content.class::isInstance).map(Content.class::cast);
    }
}
