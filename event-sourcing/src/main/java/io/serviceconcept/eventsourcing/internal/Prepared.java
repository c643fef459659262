package io.serviceconcept.eventsourcing.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Sealing;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * An append made ready by its caller's thread: ids are given and JSON is written, so that what cannot be written fails
 * before anything is sent.
 *
 * @param streams in the order of their names, so that two appends never wait for each other in a circle
 */
record Prepared(List<Changed> streams, Metadata metadata, @Nullable Idempotency idempotency) {

    /** What one stream gets. */
    record Changed(StreamId id, long expectedVersion, List<Event> events) {
    }

    /**
     * @param event as it will be read
     * @param json the record as it is stored
     */
    record Event(UUID id, Object event, String type, String json, boolean isPublic) {
    }

    /** @param keys of all subjects of the events' personal values */
    static Prepared of(Append append, EventTypes types, Predicate<Class<?>> isPublic, SubjectKeys keys) {
        List<Changed> streams = append.changes().stream().sorted(Comparator.comparing(Append.Change::stream))
                .map(change -> new Changed(change.stream(), change.expectedVersion(),
                        change.events().stream().map(event -> event(change.stream(), event, types, isPublic, keys)).toList()))
                .toList();
        return new Prepared(streams, append.context().metadata(), append.context().idempotency());
    }

    /** A stream that begins with this event; what else the request does, it does under a key of its own. */
    static Prepared creation(CommandContext context, StreamId stream, Object event, EventTypes types,
            Predicate<Class<?>> isPublic, SubjectKeys keys) {
        return new Prepared(List.of(new Changed(stream, 0, List.of(event(stream, event, types, isPublic, keys)))),
                context.metadata(), null);
    }

    private static Event event(StreamId stream, Object event, EventTypes types, Predicate<Class<?>> isPublic,
            SubjectKeys keys) {
        UUID id = UUID.randomUUID();
        Sealing sealing = keys.sealing(stream.organisation(), id);
        String name = types.nameOf(event.getClass());
        String json = types.write(event, sealing);
        // values of erased subjects are not stored, so no projection may see them in what was
        Object stored = keys.allHaveOne() ? event : types.stored(name, json).open(sealing);
        return new Event(id, stored, name, json, isPublic.test(event.getClass()));
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
                stored.add(new AppendOutcome.Stored(event.id(), changed.id(), ++version));
            }
        }
        return stored;
    }
}
