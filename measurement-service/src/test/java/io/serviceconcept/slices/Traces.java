package io.serviceconcept.slices;

import java.util.ArrayList;
import java.util.List;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;

/** The traces that events were stored in. */
public final class Traces {

    private Traces() {
    }

    /** Of all events of a type of an organisation, each said twice by its metadata, and the same. */
    public static List<String> of(EventStore store, Organisation organisation, Class<?> type) {
        List<String> traces = new ArrayList<>();
        List<RecordedEvent> events;
        Position reached = Position.START;
        do {
            events = store.readAfter(reached, Slots.ALL, 1_000);
            for (RecordedEvent recorded : events) {
                reached = recorded.position();
                if (type.isInstance(recorded.event()) && recorded.stream().organisation().equals(organisation.name())) {
                    String traceparent = recorded.metadata().traceparent();
                    String correlation = recorded.metadata().correlationId().toString().replace("-", "");
                    traces.add(traceparent != null && traceparent.startsWith("00-" + correlation + '-') ? correlation
                            : "none in " + traceparent);
                }
            }
        } while (!events.isEmpty());
        return traces;
    }
}
