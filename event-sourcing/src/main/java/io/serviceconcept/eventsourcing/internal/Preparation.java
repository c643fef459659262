package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
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
        List<Drafted> drafts = append.changes().stream().sorted(Comparator.comparing(Append.Change::stream))
                .map(change -> new Drafted(change.stream(), change.expectedVersion(), drafts(change.events()))).toList();
        SubjectKeys keys = keys(context, drafts);
        return new Prepared(drafts.stream().map(drafted -> changed(context, drafted, keys)).toList(), context.metadata(),
                write(context.metadata()), context.idempotency());
    }

    /** One for each stream, however often it occurs; a key of the request is for whoever creates. */
    List<Prepared> creations(CommandContext context, List<Creation> creations) {
        Map<StreamId, Drafted> firsts = new TreeMap<>(); // sorted: two batches never wait in a circle
        for (Creation creation : creations) {
            firsts.computeIfAbsent(creation.stream(), stream -> new Drafted(stream, 0, drafts(List.of(creation.event()))));
        }
        SubjectKeys keys = keys(context, firsts.values());
        String metadata = write(context.metadata());
        return firsts.values().stream()
                .map(drafted -> new Prepared(List.of(changed(context, drafted, keys)), context.metadata(), metadata, null))
                .toList();
    }

    /** What one stream is to get, not yet sealed. */
    private record Drafted(StreamId stream, long expectedVersion, List<Draft> events) {
    }

    private record Draft(Object event, EventTypes.Draft written) {
    }

    private List<Draft> drafts(List<?> events) {
        return events.stream().map(event -> new Draft(event, types.draft(event))).toList();
    }

    private SubjectKeys keys(CommandContext context, Collection<Drafted> drafts) {
        return personal.toWrite(context.organisation(),
                drafts.stream().flatMap(drafted -> drafted.events().stream())
                        .flatMap(draft -> draft.written().subjects().stream()));
    }

    private Prepared.Changed changed(CommandContext context, Drafted drafted, SubjectKeys keys) {
        return new Prepared.Changed(drafted.stream(), drafted.expectedVersion(),
                drafted.events().stream().map(draft -> event(context, draft, keys)).toList());
    }

    private Prepared.Event event(CommandContext context, Draft draft, SubjectKeys keys) {
        Object event = draft.event();
        UUID id = EventIds.next();
        String type = types.nameOf(event.getClass());
        boolean isPublicEvent = isPublic.test(event.getClass());
        if (draft.written().subjects().isEmpty()) {
            return new Prepared.Event(id, event, type, draft.written().json(), isPublicEvent);
        }
        Sealing sealing = keys.sealing(context.organisation(), id);
        String json = types.write(event, sealing);
        Object stored = keys.allHaveOne() ? event : types.stored(type, json).open(sealing);
        return new Prepared.Event(id, stored, type, json, isPublicEvent);
    }

    private static String write(Metadata metadata) {
        try {
            return METADATA.writeValueAsString(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
