package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStore.Creation;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History;
import io.serviceconcept.eventsourcing.testing.History.Attempt;
import io.serviceconcept.eventsourcing.testing.History.Outcome;
import io.serviceconcept.eventsourcing.testing.History.Stored;
import io.serviceconcept.eventsourcing.testing.History.Wanted;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/**
 * Runs one random program against PostgreSQL and writes its history. Appends that must wait for one that is held run on
 * beside the program; everything else happens in the order of the steps.
 */
final class Interleaving {

    private record Running(Set<StreamId> streams, Future<?> future) {
    }

    private final DataSource dataSource;
    private final String organisation = "city-" + UUID.randomUUID();
    private final CommandContext context = new CommandContext(organisation,
            new Metadata("ann", UUID.randomUUID(), null, null), null);
    private final InlineTotals inline = new InlineTotals("inline");
    private final Brake brake = new Brake();
    private final EventStore store;
    private final History history = new History();
    private final Map<Integer, ForeignTransaction> foreign = new HashMap<>();
    private final List<Brake.Held> held = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    private final Set<StreamId> streams = new HashSet<>();
    private final List<FollowingReader> readers = new ArrayList<>();
    private final Position origin;
    private long events;

    /** @param origin where the log ended before */
    Interleaving(DataSource dataSource, Position origin) {
        this.dataSource = dataSource;
        this.origin = origin;
        this.store = new PostgresEventStore(dataSource, Readings.TYPES, MeterEvent.Installed.class::equals,
                List.of(brake, inline), () -> false, new Signal());
        List<Slots> slots = List.of(Slots.ALL, Slots.ofShard(0, 2), Slots.ofShard(1, 2));
        IntStream.range(0, Step.READERS).forEach(i -> readers
                .add(new FollowingReader("reader-" + i, store, organisation, slots.get(i), origin)));
    }

    /** Runs the program to its end, and whatever is open or held then. */
    Interleaving run(List<Step> program) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Step step : program) {
                    run(step, threads);
                }
            } finally {
                held.forEach(Brake.Held::release);
                for (ForeignTransaction transaction : foreign.values()) {
                    transaction.end(true);
                }
            }
            for (Running append : running) {
                append.future().get(30, TimeUnit.SECONDS);
            }
        }
        return this;
    }

    private void run(Step step, ExecutorService threads) throws Exception {
        switch (step) {
            case Step.Append append -> append(append, threads);
            case Step.Create create -> create(create, threads);
            case Step.Release release -> {
                held.forEach(Brake.Held::release);
                for (Running append : running) {
                    append.future().get(30, TimeUnit.SECONDS);
                }
                held.clear();
                running.clear();
            }
            case Step.Begin begin -> {
                if (!foreign.containsKey(begin.foreign())) {
                    foreign.put(begin.foreign(), new ForeignTransaction(dataSource));
                }
            }
            case Step.Savepoint savepoint -> {
                if (foreign.containsKey(savepoint.foreign())) {
                    foreign.get(savepoint.foreign()).savepoint(savepoint.rolledBack());
                }
            }
            case Step.End end -> {
                ForeignTransaction transaction = foreign.remove(end.foreign());
                if (transaction != null) {
                    transaction.end(end.commit());
                }
            }
            case Step.AppendInside inside -> appendInside(inside);
            case Step.Read read -> read(read);
        }
    }

    private void append(Step.Append step, ExecutorService threads) throws Exception {
        Append append = new Append(context, step.streams().stream().map(this::stream)
                .map(stream -> new Append.Change(stream, Math.max(0, store.read(stream, 0).size() + step.off()),
                        LongStream.range(0, step.events()).mapToObj(i -> event()).toList()))
                .toList());
        Brake.Held brakes = step.held() ? brake.hold(append.changes().getFirst().events().getFirst()) : null;
        Future<?> future = start(new HashSet<>(append.changes().stream().map(Append.Change::stream).toList()), brakes == null,
                threads, () -> {
                    attempted(append, store.append(append));
                    return null;
                });
        if (brakes != null) {
            held.add(brakes);
            if (running.size() == 1) {
                while (!future.isDone() && !brakes.awaitInside(2)) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private void create(Step.Create step, ExecutorService threads) throws Exception {
        List<Creation> creations = step.streams().stream().map(i -> new Creation(stream(i), event())).toList();
        start(new HashSet<>(creations.stream().map(Creation::stream).toList()), true, threads, () -> {
            List<Boolean> created = store.create(context, creations);
            for (int i = 0; i < creations.size(); i++) {
                Creation creation = creations.get(i);
                attempted("creation", created.get(i) ? Outcome.ACKNOWLEDGED : Outcome.REFUSED,
                        List.of(new Wanted(creation.stream(), creation.event())));
            }
            return null;
        });
    }

    /** Waits for the answer unless it may have to wait for a held append itself. */
    private Future<?> start(Set<StreamId> touched, boolean answered, ExecutorService threads, Callable<?> work)
            throws Exception {
        running.removeIf(other -> other.future().isDone());
        boolean mustWait = running.stream().anyMatch(other -> other.streams().stream().anyMatch(touched::contains));
        Future<?> future = threads.submit(work);
        running.add(new Running(touched, future));
        if (answered && !mustWait) {
            future.get(30, TimeUnit.SECONDS);
        }
        return future;
    }

    private void attempted(Append append, AppendOutcome outcome) {
        if (outcome instanceof AppendOutcome.Appended appended) {
            attempted("append", Outcome.ACKNOWLEDGED, appended.events().stream()
                    .map(e -> new Wanted(e.stream(), e.event(), e.version(), e.id())).toList());
        } else {
            assertThat(outcome).isInstanceOf(AppendOutcome.Conflict.class);
            attempted("append", Outcome.REFUSED, wanted(append));
        }
    }

    private static List<Wanted> wanted(Append append) {
        return append.changes().stream().flatMap(c -> c.events().stream().map(e -> new Wanted(c.stream(), e))).toList();
    }

    private synchronized void attempted(String name, Outcome outcome, List<Wanted> wanted) {
        history.attempted(new Attempt(name + ' ' + wanted.getFirst().event(), outcome, wanted));
    }

    private void appendInside(Step.AppendInside step) {
        EventStore inside = new PostgresEventStore(dataSource, Readings.TYPES, MeterEvent.Installed.class::equals,
                List.of(inline), () -> true, new Signal());
        for (int i = 0; i < 2; i++) {
            StreamId stream = stream(step.stream());
            Append append = Append.to(context, stream, store.read(stream, 0).size(), List.of(event()));
            assertThatThrownBy(() -> inside.append(append)).isInstanceOf(IllegalStateException.class);
            attempted("append inside", Outcome.REFUSED, wanted(append));
        }
        Creation creation = new Creation(stream(Step.STREAMS * 3), event());
        assertThatThrownBy(() -> inside.create(context, List.of(creation))).isInstanceOf(IllegalStateException.class);
        attempted("creation inside", Outcome.REFUSED, List.of(new Wanted(creation.stream(), creation.event())));
    }

    private void read(Step.Read step) throws SQLException {
        long open = Stream.concat(foreign.values().stream().map(ForeignTransaction::id),
                held.stream().map(Brake.Held::transaction)).mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        List<RecordedEvent> page = readers.get(step.reader()).read(step.limit(), history);
        assertThat(page).as("read while transaction %s is open", open)
                .allSatisfy(event -> assertThat(event.position().transaction()).isLessThan(open));
        if (step.reader() == 0 && !page.isEmpty()) {
            // the inline projection's other runner, which meets every event again
            Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
                inline.project(c, 0, page);
                return page;
            }));
        }
    }

    private StreamId stream(int number) {
        StreamId stream = StreamId.of(organisation, "meter", Integer.toString(number));
        streams.add(stream);
        return stream;
    }

    private MeterEvent event() {
        events++;
        return events % 3 == 0 ? new MeterEvent.Installed("place " + events) : new MeterEvent.Read(events);
    }

    /** All that happened, once every reader has read to the end. */
    History history() {
        List<RecordedEvent> stored = streams.stream().flatMap(stream -> store.read(stream, 0).stream()).toList();
        stored.forEach(event -> history.stored(Stored.of(event)));
        readers.forEach(reader -> reader.readToTheEnd(stored, history));
        return history;
    }

    /** The rows that the appends wrote, and the rows built from the log beside them. */
    void assertReplayEqualsInline() throws SQLException {
        InlineTotals replayed = new InlineTotals("replayed");
        FollowingReader all = new FollowingReader("replay", store, organisation, Slots.ALL, origin);
        List<RecordedEvent> page = all.read(7, new History());
        while (!page.isEmpty()) {
            List<RecordedEvent> batch = page;
            Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
                replayed.project(c, 0, batch);
                return batch;
            }));
            page = all.read(7, new History());
        }
        assertThat(inline.rows(dataSource, organisation)).isEqualTo(replayed.rows(dataSource, organisation));
    }
}
