package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.ObjectWriter;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore.Creation;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Sealing;
import io.serviceconcept.eventsourcing.StreamId;

/** Gives events their ids, writes their JSON and seals what is personal in it, in the thread of the caller. */
final class Preparation {

    private static final ObjectWriter METADATA = EventTypes.json().writerFor(Metadata.class);

    private final EventTypes types;
    private final Predicate<Class<?>> isPublic;
    private final PersonalData personal;

    Preparation(EventTypes types, Predicate<Class<?>> isPublic, PersonalData personal) {
        this.types = types;
        this.isPublic = isPublic;
        this.personal = personal;
    }

    Prepared append(Append append) {
        CommandContext context = append.context();
        SubjectKeys keys = personal.toWrite(types, context.organisation(),
                append.changes().stream().flatMap(change -> change.events().stream()));
        List<Prepared.Changed> streams = append.changes().stream().sorted(Comparator.comparing(Append.Change::stream))
                .map(change -> new Prepared.Changed(change.stream(), change.expectedVersion(),
                        change.events().stream().map(event -> event(context, event, keys)).toList()))
                .toList();
        return new Prepared(streams, context.metadata(), write(context.metadata()), context.idempotency());
    }

    /** One for each stream, however often it occurs; a key of the request is for whoever creates. */
    List<Prepared> creations(CommandContext context, List<Creation> creations) {
        SubjectKeys keys = personal.toWrite(types, context.organisation(), creations.stream().map(Creation::event));
        String metadata = write(context.metadata());
        Map<StreamId, Prepared> firsts = new TreeMap<>(); // sorted: two batches never wait in a circle
        for (Creation creation : creations) {
            firsts.computeIfAbsent(creation.stream(), stream -> new Prepared(
                    List.of(new Prepared.Changed(stream, 0, List.of(event(context, creation.event(), keys)))),
                    context.metadata(), metadata, null));
        }
        return List.copyOf(firsts.values());
    }

    private Prepared.Event event(CommandContext context, Object event, SubjectKeys keys) {
        UUID id = EventIds.next();
        String type = types.nameOf(event.getClass());
        Sealing sealing = keys.sealing(context.organisation(), id);
        String json = types.write(event, sealing);
        Object stored = keys.allHaveOne() ? event : types.stored(type, json).open(sealing);
        return new Prepared.Event(id, stored, type, json, isPublic.test(event.getClass()));
    }

    private static String write(Metadata metadata) {
        try {
            return METADATA.writeValueAsString(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
