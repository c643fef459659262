package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** What moves by itself leaves room for callers, and nobody loses his lease for it. */
class StepsInTurnTest {

    private static final Duration LEASE = Duration.ofMillis(600);
    private static final Duration POLL = Duration.ofMillis(20);
    /** As in a service. */
    private static final int POOL = 16;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Signal signal = new Signal();

    @BeforeEach
    void start() {
        TestDatabase.execute("truncate event");
    }

    /** Counts its steps. */
    private static final class Counting implements LeasedLoop.Steps {
        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public void begin(Lease lease, Position position) {
            // nothing to go on from
        }

        @Override
        public boolean step() {
            taken.incrementAndGet();
            return false;
        }
    }

    @Test
    void whoWaitsForHisTurnKeepsHisLeaseAndGivesItBackAtTheEnd() throws InterruptedException {
        String name = "turn-" + run;
        Semaphore turns = new Semaphore(0, true);
        Counting steps = new Counting();
        Lease lease = new Lease(TestDatabase.dataSource(), name, 0, LEASE);
        lease.register(1);
        LeasedLoop loop = new LeasedLoop(name, lease, new StepsInTurn(steps, turns), signal, POLL, true);
        loop.start();
        await().until(() -> TestDatabase.number("select epoch from reader where name = '" + name + "'") == 1);

        Lease other = new Lease(TestDatabase.dataSource(), name, 0, LEASE);
        await().during(LEASE.multipliedBy(3)).atMost(LEASE.multipliedBy(5)).until(() -> other.acquire().isEmpty());
        assertThat(steps.taken).hasValue(0);
        turns.release();
        await().until(() -> steps.taken.get() > 1);
        turns.acquire();
        loop.stop();
        loop.awaitEnd();

        assertThat(other.acquire()).isPresent();
    }

    /** Takes its time for each batch, with its connection. */
    private final class Slow implements Projection {
        private final String name;
        private final AtomicInteger done = new AtomicInteger();

        Slow(String name) {
            this.name = name;
            TestDatabase.execute("create table " + name.replace('-', '_') + " (shard int, place int)");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> tables() {
            return List.of(name.replace('-', '_'));
        }

        @Override
        public int shards() {
            return 4;
        }

        @Override
        public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_sleep(0.8)");
            }
            done.addAndGet(events.size());
        }
    }

    @Test
    void aCallerHasItsConnectionWhileEverythingIsBehindAndRebuilt() {
        List<Slow> slow = IntStream.range(0, 6).mapToObj(i -> new Slow("slow-" + run + '-' + i)).toList();
        try (AgroalDataSource pool = TestDatabase.pool(POOL)) {
            EventStore store = new PostgresEventStore(pool, Readings.TYPES, type -> false, List.of(), () -> false, signal);
            for (int batch = 0; batch < 40; batch++) {
                store.create(context(), IntStream.range(0, 1_000).mapToObj(i -> new EventStore.Creation(
                        StreamId.of("city", "meter", UUID.randomUUID().toString()), new MeterEvent.Read(7))).toList());
            }
            try (Readers readers = new Readers(pool, store, signal, LEASE.multipliedBy(5), POLL);
                    Rebuilds rebuilds = new Rebuilds(pool, store, Readings.TYPES, PersonalKeys.none(), signal,
                            List.copyOf(slow), LEASE.multipliedBy(5), POLL)) {
                slow.forEach(readers::project);
                rebuilds.start();
                slow.forEach(projection -> rebuilds.request(projection.name(), "otto"));
                await().atMost(Duration.ofSeconds(20)).until(() -> slow.stream().allMatch(
                        projection -> rebuilds.status(projection.name()).orElseThrow().state() == RebuildState.RUNNING));

                long longest = 0;
                long most = 0;
                long until = System.nanoTime() + Duration.ofSeconds(4).toNanos();
                while (System.nanoTime() < until) {
                    long begun = System.nanoTime();
                    store.append(Append.to(context(), StreamId.of("city", "meter", UUID.randomUUID().toString()), 0,
                            reads(1)));
                    longest = Math.max(longest, System.nanoTime() - begun);
                    most = Math.max(most, TestDatabase.number(
                            "select count(*) from pg_stat_activity where query = 'select pg_sleep(0.8)' and state = 'active'"));
                }

                assertThat(most).as("connections that work on what is behind").isBetween(5L, 8L);
                assertThat(longest / 1_000_000).as("the longest append in ms").isLessThan(600);
                slow.forEach(projection -> rebuilds.cancel(projection.name()));
            }
        }
    }
}
