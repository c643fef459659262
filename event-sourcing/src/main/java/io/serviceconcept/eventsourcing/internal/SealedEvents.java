package io.serviceconcept.eventsourcing.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StoredEvent;

/** One batch of events on its way out of the database: keys are fetched once, when all that need one are known. */
final class SealedEvents {

    private final EventTypes types;
    private final Set<Subject> subjects = new TreeSet<>();
    private boolean any;

    SealedEvents(EventTypes types) {
        this.types = types;
    }

    /** The event itself, or as it is stored where it holds what may be a sealed field. */
    Object read(String organisation, String name, byte[] json) {
        if (!types.mayBeSealed(name)) {
            return types.read(name, json);
        }
        String text = new String(json, StandardCharsets.UTF_8);
        // PostgreSQL writes jsonb in one way only, and most events have no such field
        if (!text.contains("\"sealed\": ")) {
            return types.read(name, text);
        }
        StoredEvent stored = types.stored(name, text);
        stored.subjects().forEach(subject -> subjects.add(new Subject(organisation, subject)));
        any = true;
        return stored;
    }

    List<RecordedEvent> open(Connection connection, PersonalData personal, List<RecordedEvent> events) throws SQLException {
        if (!any) {
            return events;
        }
        SubjectKeys keys = subjects.isEmpty() ? SubjectKeys.NONE : personal.toRead(connection, subjects);
        return events.stream().map(event -> open(event, keys)).toList();
    }

    private static RecordedEvent open(RecordedEvent recorded, SubjectKeys keys) {
        if (!(recorded.event() instanceof StoredEvent stored)) {
            return recorded;
        }
        Object event = stored.open(keys.sealing(recorded.stream().organisation(), recorded.id()));
        return new RecordedEvent(recorded.id(), recorded.stream(), recorded.version(), recorded.position(),
                recorded.publicSequence(), event, recorded.metadata(), recorded.recordedAt());
    }
}
