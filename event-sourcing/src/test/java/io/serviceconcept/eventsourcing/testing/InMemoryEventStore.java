package io.serviceconcept.eventsourcing.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.LogPage;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;

/** The event store's contract in its simplest form: what the one on PostgreSQL is measured against. */
public final class InMemoryEventStore implements EventStore {

    private final EventTypes types;
    private final Predicate<Class<?>> isPublic;
    private final List<RecordedEvent> log = new ArrayList<>();
    private final Map<String, Idempotency> requests = new HashMap<>();
    private long transaction;

    public InMemoryEventStore(EventTypes types, Predicate<Class<?>> isPublic) {
        this.types = types;
        this.isPublic = isPublic;
    }

    @Override
    public synchronized AppendOutcome append(Append append) {
        Idempotency idempotency = append.context().idempotency();
        if (idempotency != null) {
            Optional<AppendOutcome> earlier = repeated(append.context().organisation(), idempotency);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        // in the order of the streams, as every other store does
        List<Append.Change> changes = append.changes().stream().sorted(Comparator.comparing(Append.Change::stream)).toList();
        for (Append.Change change : changes) {
            long version = read(change.stream(), 0).size();
            if (version != change.expectedVersion()) {
                return new AppendOutcome.Conflict(change.stream(), version);
            }
        }
        // what cannot be written is found before anything is kept
        changes.forEach(change -> change.events().forEach(event -> types.write(event, PlainSealing.INSTANCE)));
        transaction++;
        List<AppendOutcome.Stored> stored = new ArrayList<>();
        for (Append.Change change : changes) {
            for (Object event : change.events()) {
                RecordedEvent recorded = store(change.stream(), event, append.context(), stored.size());
                stored.add(new AppendOutcome.Stored(recorded.id(), recorded.stream(), recorded.version(),
                        recorded.event()));
            }
        }
        if (idempotency != null) {
            requests.put(append.context().organisation() + '/' + idempotency.key(), idempotency);
        }
        return new AppendOutcome.Appended(stored);
    }

    @Override
    public synchronized List<Boolean> create(CommandContext context, List<Creation> creations) {
        transaction++;
        Set<StreamId> existing = new HashSet<>();
        log.forEach(e -> existing.add(e.stream()));
        List<StreamId> inOrder = creations.stream().map(Creation::stream).distinct().sorted().toList();
        List<Boolean> created = new ArrayList<>();
        for (Creation creation : creations) {
            boolean isNew = existing.add(creation.stream());
            if (isNew) {
                store(creation.stream(), creation.event(), context, inOrder.indexOf(creation.stream()));
            }
            created.add(isNew);
        }
        log.sort(Comparator.comparing(RecordedEvent::position));
        return created;
    }

    private RecordedEvent store(StreamId stream, Object event, CommandContext context, int ordinal) {
        List<RecordedEvent> before = read(stream, 0);
        Long sequence = isPublic.test(event.getClass())
                ? Long.valueOf(before.stream().filter(e -> e.publicSequence() != null).count() + 1)
                : null;
        // through JSON and back, as every other store does
        Object copy = types.stored(types.nameOf(event.getClass()), types.write(event, PlainSealing.INSTANCE))
                .open(PlainSealing.INSTANCE);
        RecordedEvent recorded = new RecordedEvent(UUID.randomUUID(), stream, before.size() + 1L,
                new Position(1, transaction, ordinal), sequence, copy, context.metadata(), Instant.now());
        log.add(recorded);
        return recorded;
    }

    @Override
    public synchronized Optional<AppendOutcome> repeated(String organisation, Idempotency idempotency) {
        Idempotency earlier = requests.get(organisation + '/' + idempotency.key());
        if (earlier == null) {
            return Optional.empty();
        }
        return Optional.of(earlier.fingerprint().equals(idempotency.fingerprint())
                ? new AppendOutcome.Repeated(earlier.status(), earlier.location())
                : new AppendOutcome.KeyReused());
    }

    @Override
    public synchronized Optional<AppendOutcome> remember(String organisation, Idempotency idempotency) {
        Optional<AppendOutcome> earlier = repeated(organisation, idempotency);
        if (earlier.isEmpty()) {
            requests.put(organisation + '/' + idempotency.key(), idempotency);
        }
        return earlier;
    }

    @Override
    public synchronized List<RecordedEvent> read(StreamId stream, long afterVersion) {
        return log.stream().filter(e -> e.stream().equals(stream) && e.version() > afterVersion).toList();
    }

    @Override
    public synchronized List<RecordedEvent> read(StreamId stream, AsOf asOf) {
        return read(stream, 0).stream().filter(e -> switch (asOf) {
            case AsOf.Version(long version) -> e.version() <= version;
            case AsOf.Time(Instant time) -> !e.recordedAt().isAfter(time);
        }).toList();
    }

    @Override
    public synchronized LogPage fetchAfter(Position position, Slots slots, int limit) {
        return LogPage.of(log.stream().filter(e -> e.position().compareTo(position) > 0)
                .filter(e -> e.stream().slot() >= slots.first() && e.stream().slot() <= slots.last()).limit(limit).toList());
    }
}
