package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectReader;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StoredEvent;
import io.serviceconcept.eventsourcing.StreamId;

/** One batch of events on its way out of the database: keys are fetched once, when all that need one are known. */
final class SealedEvents {

    private static final ObjectReader METADATA = EventTypes.json().readerFor(Metadata.class);

    private final EventTypes types;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Set<Subject> subjects = new TreeSet<>();
    private boolean areSealed;
    private byte[] written = {};
    private @Nullable Metadata metadata;

    private SealedEvents(EventTypes types) {
        this.types = types;
    }

    static SealedEvents of(EventTypes types, List<EventRow> rows) {
        SealedEvents all = new SealedEvents(types);
        rows.forEach(all::add);
        return all;
    }

    /** Whose keys are needed to open all. */
    Set<Subject> subjects() {
        return subjects;
    }

    List<RecordedEvent> open(SubjectKeys keys) {
        return areSealed ? events.stream().map(event -> open(event, keys)).toList() : events;
    }

    private void add(EventRow row) {
        events.add(new RecordedEvent(row.id(), new StreamId(row.organisation(), row.stream()), row.version(), row.position(),
                row.publicSequence(), event(row), metadata(row.metadata()), row.recordedAt().toInstant()));
    }

    /** The event itself, or as it is stored where it holds what may be a sealed field. */
    private Object event(EventRow row) {
        if (!types.mayBeSealed(row.type())) {
            return types.read(row.type(), row.data());
        }
        String text = new String(row.data(), StandardCharsets.UTF_8);
        // PostgreSQL writes jsonb in one way only, and most events have no such field
        if (!text.contains("\"sealed\": ")) {
            return types.read(row.type(), text);
        }
        StoredEvent stored = types.stored(row.type(), text);
        stored.subjects().forEach(subject -> subjects.add(new Subject(row.organisation(), subject)));
        areSealed = true;
        return stored;
    }

    /** Events that were stored together have the same. */
    private Metadata metadata(byte[] json) {
        Metadata read = metadata;
        if (read == null || !Arrays.equals(written, json)) {
            try {
                read = METADATA.readValue(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written = json;
            metadata = read;
        }
        return read;
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
