package io.serviceconcept.eventsourcing.internal;

import java.util.List;
import java.util.function.Predicate;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.LogPage;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;

/** Rows that are made events of when somebody wants them: keys of personal values are read then, not when they were fetched. */
record FetchedPage(List<EventRow> rows, EventTypes types, PersonalData personal) implements LogPage {

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Position last() {
        return rows.getLast().position();
    }

    @Override
    public List<RecordedEvent> events() {
        return events(rows);
    }

    @Override
    public List<RecordedEvent> events(Predicate<Class<?>> wanted) {
        return events(rows.stream().filter(row -> wanted.test(types.typeOf(row.type()))).toList());
    }

    @Override
    public List<RecordedEvent> publicEvents() {
        return events(rows.stream().filter(row -> row.publicSequence() != null).toList());
    }

    private List<RecordedEvent> events(List<EventRow> some) {
        SealedEvents events = SealedEvents.of(types, some);
        return events.open(personal.toRead(events.subjects()));
    }
}
