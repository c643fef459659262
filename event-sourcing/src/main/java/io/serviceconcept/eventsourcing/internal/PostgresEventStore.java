package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * The event store on PostgreSQL.
 * <p>
 * An append takes its advisory locks before it has a transaction id, and reads versions in the statement after: so the
 * versions of a stream lie in the order of transaction ids, and a reader below the oldest open transaction misses nothing.
 * Every statement before the insert only reads, because a transaction id taken earlier would break exactly that.
 */
public final class PostgresEventStore implements EventStore {

    private final DataSource dataSource;
    private final EventTypes types;
    private final Predicate<Class<?>> isPublic;
    private final List<Projection> inline;
    private final BooleanSupplier insideTransaction;
    private final Signal signal;
    private final PersonalData personal;
    private final EventRows rows;

    /**
     * @param isPublic which events leave the service
     * @param inline projections that run within the append
     * @param insideTransaction whether the calling thread is inside a transaction already, where an append is refused
     */
    public PostgresEventStore(DataSource dataSource, EventTypes types, Predicate<Class<?>> isPublic, List<Projection> inline,
            BooleanSupplier insideTransaction, Signal signal) {
        this(dataSource, types, isPublic, inline, insideTransaction, signal, PersonalKeys.none());
    }

    /** @param keys for personal data */
    public PostgresEventStore(DataSource dataSource, EventTypes types, Predicate<Class<?>> isPublic, List<Projection> inline,
            BooleanSupplier insideTransaction, Signal signal, PersonalKeys keys) {
        this.dataSource = dataSource;
        this.types = types;
        this.isPublic = isPublic;
        this.inline = List.copyOf(inline);
        this.insideTransaction = insideTransaction;
        this.signal = signal;
        this.personal = new PersonalData(dataSource, keys);
        this.rows = new EventRows(types, personal);
    }

    @Override
    public AppendOutcome append(Append append) {
        SubjectKeys keys = keys(append.context(), append.changes().stream().flatMap(change -> change.events().stream()));
        AppendOutcome outcome;
        try {
            outcome = inTransaction(connection -> append(connection, append, keys));
        } catch (CreatedMeanwhile e) {
            return new AppendOutcome.Conflict(e.stream, 1);
        }
        if (outcome instanceof AppendOutcome.Appended) {
            signal.raise();
        }
        return outcome;
    }

    private AppendOutcome append(Connection connection, Append append, SubjectKeys keys) throws SQLException {
        Idempotency idempotency = append.context().idempotency();
        String organisation = append.context().organisation();
        if (idempotency != null && !IdempotencyRecords.tryLock(connection, organisation, idempotency.key())) {
            return new AppendOutcome.InFlight();
        }
        lock(connection, append);
        Heads heads = heads(connection, append);
        if (idempotency != null) {
            Optional<AppendOutcome> repeated = IdempotencyRecords.find(connection, organisation, idempotency);
            if (repeated.isPresent()) {
                return repeated.get();
            }
        }
        List<RecordedEvent> events = new ArrayList<>();
        for (Append.Change change : append.changes()) {
            Head head = heads.of(change.stream());
            if (head.version() != change.expectedVersion()) {
                return new AppendOutcome.Conflict(change.stream(), head.version());
            }
            number(events, change, head, append.context(), heads);
        }
        List<RecordedEvent> stored = rows.insert(connection, events, keys);
        if (stored.size() < events.size()) {
            throw new CreatedMeanwhile(firstMissing(events, stored));
        }
        if (idempotency != null) {
            IdempotencyRecords.insert(connection, organisation, idempotency);
        }
        project(connection, stored);
        return new AppendOutcome.Appended(stored);
    }

    private static void lock(Connection connection, Append append) throws SQLException {
        Long[] keys = append.changes().stream().flatMapToLong(c -> LongStream.of(c.stream().lockKey())).distinct().sorted()
                .boxed().toArray(Long[]::new);
        try (PreparedStatement statement = connection
                .prepareStatement("select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k")) {
            statement.setArray(1, connection.createArrayOf("bigint", keys));
            statement.execute();
        }
    }

    private record Head(long version, long publicSequence) {
    }

    private record Heads(int generation, Instant now, Map<String, Head> byStream) {
        Head of(StreamId stream) {
            return byStream.getOrDefault(stream.name(), new Head(0, 0));
        }
    }

    /** Reads in a statement after the locks: one statement would see the snapshot from before them. */
    private static Heads heads(Connection connection, Append append) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select pg_current_xact_id_if_assigned() is null, g.generation, clock_timestamp(),
                       s.stream, coalesce(h.version, 0), coalesce(p.public_sequence, 0)
                from event_generation g cross join unnest(?::text[]) s(stream)
                left join lateral (select version from event e where e.organisation = ? and e.stream = s.stream
                                   order by version desc limit 1) h on true
                left join lateral (select public_sequence from event e where e.organisation = ? and e.stream = s.stream
                                   and public_sequence is not null order by version desc limit 1) p on true
                """)) {
            statement.setArray(1, connection.createArrayOf("text",
                    append.changes().stream().map(c -> c.stream().name()).toArray()));
            statement.setString(2, append.context().organisation());
            statement.setString(3, append.context().organisation());
            try (ResultSet result = statement.executeQuery()) {
                Map<String, Head> heads = new HashMap<>();
                int generation = 0;
                Instant now = Instant.EPOCH;
                while (result.next()) {
                    if (!result.getBoolean(1)) {
                        throw new IllegalStateException("a transaction id was taken before the append");
                    }
                    generation = result.getInt(2);
                    now = result.getObject(3, OffsetDateTime.class).toInstant();
                    heads.put(result.getString(4), new Head(result.getLong(5), result.getLong(6)));
                }
                return new Heads(generation, now, heads);
            }
        }
    }

    private void number(List<RecordedEvent> events, Append.Change change, Head head, CommandContext context, Heads heads) {
        long version = head.version();
        long sequence = head.publicSequence();
        for (Object event : change.events()) {
            version++;
            Long publicSequence = isPublic.test(event.getClass()) ? ++sequence : null;
            events.add(new RecordedEvent(UUID.randomUUID(), change.stream(), version,
                    new Position(heads.generation(), 0, events.size()), publicSequence, event, context.metadata(),
                    heads.now()));
        }
    }

    /** A stream was created without a lock while this append believed it absent: what it has written is undone. */
    private static final class CreatedMeanwhile extends RuntimeException {
        private final transient StreamId stream;

        CreatedMeanwhile(StreamId stream) {
            super(stream.name(), null, false, false);
            this.stream = stream;
        }
    }

    private static StreamId firstMissing(List<RecordedEvent> events, List<RecordedEvent> stored) {
        Set<UUID> ids = new HashSet<>();
        stored.forEach(e -> ids.add(e.id()));
        return events.stream().filter(e -> !ids.contains(e.id())).findFirst().orElseThrow().stream();
    }

    private void project(Connection connection, List<RecordedEvent> events) throws SQLException {
        for (Projection projection : inline) {
            projection.project(connection, 0, events);
        }
    }

    @Override
    public List<Boolean> create(CommandContext context, List<Creation> creations) {
        if (creations.isEmpty() || creations.size() > 1_000) {
            throw new IllegalArgumentException("1-1,000 streams are created at a time");
        }
        SubjectKeys keys = keys(context, creations.stream().map(Creation::event));
        List<Boolean> created = inTransaction(connection -> create(connection, context, creations, keys));
        if (created.contains(true)) {
            signal.raise();
        }
        return created;
    }

    private List<Boolean> create(Connection connection, CommandContext context, List<Creation> creations, SubjectKeys keys)
            throws SQLException {
        int generation;
        Instant now;
        try (PreparedStatement statement = connection
                .prepareStatement("select generation, clock_timestamp() from event_generation");
                ResultSet result = statement.executeQuery()) {
            result.next();
            generation = result.getInt(1);
            now = result.getObject(2, OffsetDateTime.class).toInstant();
        }
        Map<StreamId, RecordedEvent> events = new TreeMap<>(); // sorted: two batches never wait in a circle
        Map<StreamId, Integer> firsts = new HashMap<>();
        for (int i = 0; i < creations.size(); i++) {
            Creation creation = creations.get(i);
            if (firsts.putIfAbsent(creation.stream(), i) == null) {
                Long sequence = isPublic.test(creation.event().getClass()) ? 1L : null;
                events.put(creation.stream(), new RecordedEvent(UUID.randomUUID(), creation.stream(), 1,
                        new Position(generation, 0, i), sequence, creation.event(), context.metadata(), now));
            }
        }
        List<RecordedEvent> stored = rows.insert(connection, List.copyOf(events.values()), keys);
        project(connection, stored);
        Boolean[] created = new Boolean[creations.size()];
        Arrays.fill(created, false);
        stored.forEach(e -> created[Objects.requireNonNull(firsts.get(e.stream()))] = true);
        return List.of(created);
    }

    @Override
    public Optional<AppendOutcome> repeated(String organisation, Idempotency idempotency) {
        return Sql.call(dataSource, connection -> IdempotencyRecords.find(connection, organisation, idempotency));
    }

    @Override
    public List<RecordedEvent> read(StreamId stream, long afterVersion) {
        return Sql.call(dataSource, connection -> rows.readStream(connection, stream, afterVersion));
    }

    @Override
    public List<RecordedEvent> readAfter(Position position, Slots slots, int limit) {
        return Sql.call(dataSource, connection -> rows.readLog(connection, position, slots, limit));
    }

    /** Before the append's transaction, which writes nothing before its events. */
    private SubjectKeys keys(CommandContext context, Stream<?> events) {
        refuseInsideAnotherTransaction();
        return personal.toWrite(types, context.organisation(), events);
    }

    private <T> T inTransaction(Sql.Work<T> work) {
        refuseInsideAnotherTransaction();
        return Sql.call(dataSource, connection -> Sql.transaction(connection, work));
    }

    private void refuseInsideAnotherTransaction() {
        if (insideTransaction.getAsBoolean()) {
            throw new IllegalStateException("an append opens its own transaction; it is refused inside another one");
        }
    }
}
