package io.serviceconcept.eventsourcing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * An append made ready by its caller's thread: ids are given and JSON is written, so that what cannot be written fails
 * before anything is sent.
 *
 * @param streams in the order of their names, so that two appends never wait for each other in a circle
 */
record Prepared(List<Changed> streams, Metadata metadata, String metadataJson, @Nullable Idempotency idempotency) {

    /** What one stream gets. */
    record Changed(StreamId id, long expectedVersion, List<Event> events) {
    }

    /**
     * @param event as readers will see it: without the personal values of erased subjects, which are not stored
     * @param json the record as it is stored, personal values sealed
     */
    record Event(UUID id, Object event, String type, String json, boolean isPublic) {
    }

    /** Of all its streams. */
    String organisation() {
        return streams.getFirst().id().organisation();
    }

    /** How many events it has. */
    int size() {
        return streams.stream().mapToInt(stream -> stream.events().size()).sum();
    }

    Stream<Event> events() {
        return streams.stream().flatMap(changed -> changed.events().stream());
    }

    /** What is stored once it was committed. */
    List<AppendOutcome.Stored> stored() {
        List<AppendOutcome.Stored> stored = new ArrayList<>();
        for (Changed changed : streams) {
            long version = changed.expectedVersion();
            for (Event event : changed.events()) {
                stored.add(new AppendOutcome.Stored(event.id(), changed.id(), ++version, event.event()));
            }
        }
        return stored;
    }
}
