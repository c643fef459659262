package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventLog;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
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
 * An append takes no lock on its streams. Its insert selects the event that each stream ends with, so it sees what
 * is committed before it has a transaction id, and the primary key decides between writers that saw the same. Therefore
 * the versions of a stream lie in the order of transaction ids, and a reader below the oldest open transaction misses
 * nothing. Before the insert nothing may take a transaction id: that would break exactly this.
 *
 * @see GroupCommit
 */
public final class PostgresEventStore implements EventStore {

    /** Events of an append that may take longer than other transactions. */
    private static final int MANY = 10_000;

    private final DataSource dataSource;
    private final List<Projection> inline;
    private final BooleanSupplier insideTransaction;
    private final Signal signal;
    private final Preparation preparation;
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
        this.inline = List.copyOf(inline);
        this.insideTransaction = insideTransaction;
        this.signal = signal;
        PersonalData personal = new PersonalData(dataSource, keys);
        this.preparation = new Preparation(types, isPublic, personal);
        this.rows = new EventRows(types, personal);
    }

    @Override
    public AppendOutcome append(Append append) {
        Prepared prepared = prepare(append);
        return outcome(prepared, store(prepared));
    }

    @Override
    public List<Boolean> create(CommandContext context, List<Creation> creations) {
        return created(creations, storeAll(prepare(context, creations)));
    }

    Prepared prepare(Append append) {
        refuseInsideTransaction();
        return preparation.append(append);
    }

    /** One for each stream, in their order. */
    List<Prepared> prepare(CommandContext context, List<Creation> creations) {
        refuseInsideTransaction();
        if (creations.isEmpty() || creations.size() > 1_000) {
            throw new IllegalArgumentException("1-1,000 streams are created at a time");
        }
        return preparation.creations(context, creations);
    }

    private void refuseInsideTransaction() {
        if (insideTransaction.getAsBoolean()) {
            throw new IllegalStateException("an append opens its own transaction; it is refused inside another one");
        }
    }

    AppendOutcome outcome(Prepared append, Storing storing) {
        return switch (storing) {
            case Storing.Done done -> new AppendOutcome.Appended(append.stored());
            case Storing.Stale stale -> conflict(append).orElseGet(() -> outcome(append, store(append)));
            case Storing.Answered answered -> answered.outcome();
            case Storing.Failed failed -> throw failed.reason();
        };
    }

    /**
     * Empty when every stream is by now at the version that was expected: another writer has just brought it there, which
     * the append came too early for.
     */
    private Optional<AppendOutcome> conflict(Prepared append) {
        return Sql.call(dataSource, connection -> {
            for (Prepared.Changed changed : append.streams()) {
                long version = EventRows.version(connection, changed.id());
                if (version != changed.expectedVersion()) {
                    return Optional.of(new AppendOutcome.Conflict(changed.id(), version));
                }
            }
            return Optional.empty();
        });
    }

    /** In the order of the creations: true for the first of each stream that is created now. */
    static List<Boolean> created(List<Creation> creations, List<Storing> storings) {
        Iterator<StreamId> streams = creations.stream().map(Creation::stream).distinct().sorted().iterator();
        Set<StreamId> isNew = new HashSet<>();
        for (Storing storing : storings) {
            StreamId stream = streams.next();
            switch (storing) {
                case Storing.Done done -> isNew.add(stream);
                case Storing.Failed failed -> throw failed.reason();
                default -> {
                    // it existed
                }
            }
        }
        return creations.stream().map(creation -> isNew.remove(creation.stream())).toList();
    }

    /** Stores many appends in one transaction. What cannot be stored fails alone: then each gets its own. */
    List<Storing> storeAll(List<Prepared> appends) {
        if (appends.size() == 1) {
            return List.of(storeAlone(appends.getFirst()));
        }
        try {
            return storeTogether(appends);
        } catch (EventStoreUnavailable e) {
            if (!Sql.isUndone(e.getCause())) {
                throw e;
            }
        } catch (RuntimeException e) {
            // one of them may be to blame
        }
        return appends.stream().map(this::storeAlone).toList();
    }

    private Storing storeAlone(Prepared append) {
        try {
            return store(append);
        } catch (EventStoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            return new Storing.Failed(e);
        }
    }

    private Storing store(Prepared append) {
        try {
            return storeTogether(List.of(append)).getFirst();
        } catch (OvertakenException e) {
            return new Storing.Stale();
        }
    }

    private List<Storing> storeTogether(List<Prepared> appends) {
        List<Storing> storings = Sql.call(dataSource, connection -> {
            try {
                return appends.stream().allMatch(this::isOneStatement) ? inOneStatement(connection, appends)
                        : Sql.transaction(connection, c -> inTransaction(c, appends));
            } catch (SQLException e) {
                if (EventRows.isOvertaken(e)) {
                    throw new OvertakenException();
                }
                throw e;
            }
        });
        if (storings.stream().anyMatch(Storing.Done.class::isInstance)) {
            signal.raise();
        }
        return storings;
    }

    /** Another writer came between while an append was written: all of it is undone. */
    private static final class OvertakenException extends RuntimeException {
        OvertakenException() {
            super("another writer came between", null, false, false);
        }
    }

    /** A statement outside a transaction is one, and of one stream it stores all events or none. */
    private boolean isOneStatement(Prepared append) {
        return append.streams().size() == 1 && append.idempotency() == null && append.size() <= MANY && append.events()
                .noneMatch(e -> inline.stream().anyMatch(projection -> projection.takes(e.event().getClass())));
    }

    private List<Storing> inOneStatement(Connection connection, List<Prepared> appends) throws SQLException {
        if (appends.size() == 1 && appends.getFirst().size() == 1) {
            return List.of(rows.insert(connection, appends.getFirst()) ? new Storing.Done() : new Storing.Stale());
        }
        int[] stored = rows.insertAll(connection, appends);
        return Arrays.stream(stored).<Storing> mapToObj(n -> n == 0 ? new Storing.Stale() : new Storing.Done()).toList();
    }

    private List<Storing> inTransaction(Connection connection, List<Prepared> appends) throws SQLException {
        if (appends.stream().mapToInt(Prepared::size).sum() > MANY) {
            Sql.mayTakeLong(connection);
        }
        Map<Prepared, Storing> storings = new IdentityHashMap<>();
        List<Prepared> fresh = new ArrayList<>();
        for (Prepared append : appends) {
            Optional<AppendOutcome> answer = IdempotencyRecords.answer(connection, append);
            if (answer.isPresent()) {
                storings.put(append, new Storing.Answered(answer.get()));
            } else {
                fresh.add(append);
            }
        }
        List<RecordedEvent> events = new ArrayList<>();
        List<List<RecordedEvent>> stored = fresh.isEmpty() ? List.of() : rows.insertAllReturning(connection, fresh);
        for (int i = 0; i < fresh.size(); i++) {
            Prepared append = fresh.get(i);
            int size = stored.get(i).size();
            if (size > 0 && size < append.size()) {
                throw new OvertakenException();
            }
            storings.put(append, size == 0 ? new Storing.Stale() : new Storing.Done());
            if (size > 0) {
                IdempotencyRecords.insert(connection, append);
                events.addAll(stored.get(i));
            }
        }
        project(connection, events);
        return appends.stream().map(append -> Objects.requireNonNull(storings.get(append))).toList();
    }

    private void project(Connection connection, List<RecordedEvent> events) throws SQLException {
        for (Projection projection : inline) {
            List<RecordedEvent> its = events.stream().filter(e -> projection.takes(e.event().getClass())).toList();
            if (!its.isEmpty()) {
                projection.project(connection, 0, its);
            }
        }
    }

    @Override
    public Optional<AppendOutcome> repeated(String organisation, Idempotency idempotency) {
        return Sql.call(dataSource, connection -> IdempotencyRecords.find(connection, organisation, idempotency));
    }

    @Override
    public Optional<AppendOutcome> remember(String organisation, Idempotency idempotency) {
        refuseInsideTransaction();
        return Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            Optional<AppendOutcome> earlier = IdempotencyRecords.answer(c, organisation, idempotency);
            if (earlier.isEmpty()) {
                IdempotencyRecords.insert(c, organisation, idempotency);
            }
            return earlier;
        }));
    }

    @Override
    public List<RecordedEvent> read(StreamId stream, long afterVersion) {
        return Sql.call(dataSource, connection -> rows.readStream(connection, stream, afterVersion, AsOf.now()));
    }

    @Override
    public List<RecordedEvent> read(StreamId stream, AsOf asOf) {
        return Sql.call(dataSource, connection -> rows.readStream(connection, stream, 0, asOf));
    }

    @Override
    public EventLog tail() {
        return new LogTail(this);
    }

    FetchedPage page(List<EventRow> fetched) {
        return rows.page(fetched);
    }

    @Override
    public FetchedPage fetchAfter(Position position, Slots slots, int limit) {
        return Sql.call(dataSource, connection -> rows.fetchLog(connection, position, slots, limit));
    }
}
