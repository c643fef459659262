package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.EventStoreContract;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

class PostgresEventStoreTest extends EventStoreContract {

    private final DataSource dataSource = TestDatabase.dataSource();
    private final EventStore store = new PostgresEventStore(dataSource, Readings.TYPES,
            MeterEvent.Installed.class::equals, List.of(), () -> false, new Signal());

    @Override
    protected EventStore store() {
        return store;
    }

    @Test
    void whatAnOpenTransactionMayStillPrecedeIsNotRead() throws Exception {
        StreamId meter = StreamId.of("city", "meter", "held-" + System.nanoTime());
        try (Connection other = dataSource.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            store.append(Append.to(context(), meter, 0, reads(1)));

            assertThat(seen(meter)).isEmpty();
            assertThat(store.read(meter, 0)).hasSize(1);

            other.rollback();
            assertThat(seen(meter)).hasSize(1);
        }
    }

    private List<RecordedEvent> seen(StreamId meter) {
        return store.readAfter(Position.START, Slots.ALL, 10_000).stream().filter(e -> e.stream().equals(meter)).toList();
    }

    @Test
    void anAppendOfManyEventsMayTakeLongerThanOtherTransactions() {
        PGSimpleDataSource hurried = TestDatabase.connections();
        hurried.setOptions("-c transaction_timeout=1s");
        Projection slow = inline(() -> TestDatabase.execute("select pg_sleep(1.5)"));
        EventStore hurriedStore = new PostgresEventStore(hurried, Readings.TYPES, type -> false, List.of(slow), () -> false,
                new Signal());
        StreamId few = StreamId.of("city", "meter", "few-" + System.nanoTime());
        StreamId many = StreamId.of("city", "meter", "many-" + System.nanoTime());

        assertThat(hurriedStore.append(Append.to(context(), many, 0, reads(new long[10_001]))))
                .isInstanceOf(AppendOutcome.Appended.class);
        assertThatThrownBy(() -> hurriedStore.append(Append.to(context(), few, 0, reads(1))))
                .isInstanceOf(EventStoreUnavailable.class);

        assertThat(store.read(many, 0)).hasSize(10_001);
        assertThat(store.read(few, 0)).isEmpty();
    }

    @Test
    void aWriterWaitsForAnotherOfTheSameStreamAndThenSeesItsVersion() throws Exception {
        StreamId meter = StreamId.of("city", "meter", "waits-" + System.nanoTime());
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Projection slow = inline(() -> {
            inside.countDown();
            await(goOn);
        });
        EventStore slowStore = new PostgresEventStore(dataSource, Readings.TYPES, type -> false, List.of(slow),
                () -> false, new Signal());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppendOutcome> first = threads.submit(() -> slowStore.append(Append.to(context(), meter, 0, reads(1))));
            await(inside);
            Future<AppendOutcome> second = threads.submit(() -> store.append(Append.to(context(), meter, 0, reads(2))));
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new AppendOutcome.Conflict(meter, 1));
        }
    }

    @Test
    void aKeyIsRememberedForADay() {
        StreamId meter = StreamId.of("city", "meter", "day-" + System.nanoTime());
        String key = "key-" + System.nanoTime();
        store.append(Append.to(context(key, "a"), meter, 0, reads(1)));
        IdempotencyRecords upkeep = new IdempotencyRecords(dataSource);

        age(key, "23 hours 59 minutes");
        upkeep.work();
        assertThat(store.append(Append.to(context(key, "a"), meter, 1, reads(2))))
                .isEqualTo(new AppendOutcome.Repeated(201, "/meters/1"));

        age(key, "24 hours 1 second");
        assertThat(store.append(Append.to(context(key, "b"), meter, 1, reads(2)))).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(store.append(Append.to(context(key, "b"), meter, 1, reads(2))))
                .isEqualTo(new AppendOutcome.Repeated(201, "/meters/1"));

        age(key, "24 hours 1 second");
        upkeep.work();
        assertThat(TestDatabase.number("select count(*) from idempotency where key = '" + key + "'")).isZero();
    }

    private static void age(String key, String age) {
        TestDatabase.execute("update idempotency set recorded_at = clock_timestamp() - interval '" + age + "' where key = '"
                + key + "'");
    }

    @Test
    void theSameKeyInFlightIsSaidAndNotWaitedFor() throws Exception {
        StreamId meter = StreamId.of("city", "meter", "flight-" + System.nanoTime());
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Projection slow = inline(() -> {
            inside.countDown();
            await(goOn);
        });
        EventStore slowStore = new PostgresEventStore(dataSource, Readings.TYPES, type -> false, List.of(slow),
                () -> false, new Signal());
        String key = "key-" + System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AppendOutcome> first = threads
                    .submit(() -> slowStore.append(Append.to(context(key, "a"), meter, 0, reads(1))));
            await(inside);

            assertThat(store.append(Append.to(context(key, "a"), meter, 0, reads(1))))
                    .isEqualTo(new AppendOutcome.InFlight());

            goOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(AppendOutcome.Appended.class);
        }
    }

    @Test
    void whenAnInlineRowFailsNothingIsStored() {
        StreamId meter = StreamId.of("city", "meter", "inline-" + System.nanoTime());
        EventStore failing = new PostgresEventStore(dataSource, Readings.TYPES, type -> false,
                List.of(inline(() -> {
                    throw new IllegalStateException("no row");
                })), () -> false, new Signal());

        assertThatThrownBy(() -> failing.append(Append.to(context(), meter, 0, reads(1)))).hasMessage("no row");
        assertThat(store.read(meter, 0)).isEmpty();
    }

    @Test
    void anAppendInsideAnotherTransactionIsRefused() {
        EventStore inside = new PostgresEventStore(dataSource, Readings.TYPES, type -> false, List.of(), () -> true,
                new Signal());

        assertThatThrownBy(() -> inside.append(Append.to(context(), StreamId.of("city", "meter", "x"), 0, reads(1))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Projection inline(Runnable work) {
        return new Projection() {
            @Override
            public String name() {
                return "inline";
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public boolean inline() {
                return true;
            }

            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
                work.run();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
