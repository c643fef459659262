package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;

/** Projections move along the log exactly once, whoever holds the lease. */
class ReadersTest {

    private static final Duration LEASE = Duration.ofMillis(600);

    private final DataSource dataSource = TestDatabase.dataSource();
    private final Signal signal = new Signal();
    private final EventStore store = new PostgresEventStore(dataSource, Readings.TYPES, type -> false, List.of(),
            () -> false, signal);
    private final Readers first = readers();
    private final Readers second = readers();
    private final String run = UUID.randomUUID().toString();
    private final StreamId meter = StreamId.of("city", "meter", run);

    private Readers readers() {
        return new Readers(dataSource, store, signal, LEASE, Duration.ofMillis(20));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void everyEventIsProjectedOnceThoughTwoInstancesWant() throws SQLException {
        Counting projection = new Counting("once-" + run, 1, meter);
        first.project(projection);
        second.project(projection);

        LongStream.range(0, 50).forEach(i -> store.append(Append.to(context(), meter, i, reads(i))));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(projection.sum()).isEqualTo(1225));
        assertThat(projection.count()).isEqualTo(50);
    }

    @Test
    void anotherInstanceTakesOverWhereTheFirstStopped() throws SQLException {
        Counting projection = new Counting("takeover-" + run, 1, meter);
        first.project(projection);
        store.append(Append.to(context(), meter, 0, reads(1)));
        await().untilAsserted(() -> assertThat(projection.count()).isEqualTo(1));

        second.project(projection);
        first.close();
        store.append(Append.to(context(), meter, 1, reads(2)));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(projection.count()).isEqualTo(2));
        assertThat(projection.sum()).isEqualTo(3);
    }

    @Test
    void aHolderWhoseLeaseWasTakenMovesNothing() {
        Lease slept = new Lease(dataSource, "fenced-" + run, 0, Duration.ofMillis(1));
        Lease successor = new Lease(dataSource, "fenced-" + run, 0, LEASE);
        slept.register(1);
        assertThat(slept.acquire()).isPresent();
        await().until(() -> successor.acquire().isPresent());

        assertThatThrownBy(slept::renew).isInstanceOf(Lease.Lost.class);
        slept.release();
        assertThat(new Lease(dataSource, "fenced-" + run, 0, LEASE).acquire()).isEmpty();
    }

    @Test
    void aFailingProjectionStandsStillSaysSoAndGoesOn() throws SQLException {
        AtomicBoolean broken = new AtomicBoolean(true);
        Counting projection = new Counting("fails-" + run, 1, meter) {
            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
                super.project(connection, shard, events);
                if (broken.get()) {
                    throw new IllegalStateException("broken for now");
                }
            }
        };
        first.project(projection);
        store.append(Append.to(context(), meter, 0, reads(7)));

        await().untilAsserted(
                () -> assertThat(first.failures()).containsEntry("projection-fails-" + run, "broken for now"));
        assertThat(projection.count()).isZero();

        broken.set(false);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(projection.sum()).isEqualTo(7));
        await().untilAsserted(() -> assertThat(first.failures()).isEmpty());
    }

    @Test
    void whatFailsAgainAndAgainIsTriedLessAndLessOftenAndSaidOnce() {
        List<Long> tries = new CopyOnWriteArrayList<>();
        Counting projection = new Counting("poison-" + run, 1, meter) {
            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) {
                tries.add(System.nanoTime());
                throw new IllegalStateException("poison of " + run);
            }
        };
        CapturedLog log = CapturedLog.start();
        try {
            store.append(Append.to(context(), meter, 0, reads(7)));
            first.project(projection);
            await().atMost(Duration.ofSeconds(20)).until(() -> tries.size() >= 5);
        } finally {
            log.stop();
        }

        long third = tries.get(3) - tries.get(2);
        long fourth = tries.get(4) - tries.get(3);
        assertThat(third).isGreaterThan(Duration.ofMillis(750).toNanos());
        assertThat(fourth).isGreaterThan(third);
        assertThat(log.text()).containsOnlyOnce("IllegalStateException: poison of " + run);
    }

    @Test
    void shardsKeepRowsOfTheirOwnThatAddUp() {
        List<StreamId> meters = LongStream.range(0, 20)
                .mapToObj(i -> StreamId.of("city", "meter", run + '-' + i)).toList();
        Counting projection = new Counting("shards-" + run, 3, meters.toArray(StreamId[]::new));
        first.project(projection);

        meters.forEach(m -> store.append(Append.to(context(), m, 0, reads(1, 2))));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(projection.sum()).isEqualTo(60));
    }

    @Test
    void anotherNumberOfShardsIsRefused() {
        first.project(new Counting("reshard-" + run, 2, meter));

        assertThatThrownBy(() -> second.project(new Counting("reshard-" + run, 3, meter)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAProjectionDoesNotTakeIsPassedOverAndRememberedInTheEnd() throws SQLException {
        Counting projection = new Counting("takes-" + run, 1, meter) {
            @Override
            public boolean takes(Class<?> eventType) {
                return eventType == Readings.MeterEvent.Read.class;
            }
        };
        first.project(projection);
        store.append(Append.to(context(), meter, 0, reads(5)));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(projection.sum()).isEqualTo(5));
        StreamId other = StreamId.of("city", "meter", run + "-other");
        store.append(Append.to(context(), other, 0, List.of(new Readings.MeterEvent.Installed("cellar"))));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(positionOf("projection-takes-" + run)).isEqualTo(transactionOf(other)));
        store.append(Append.to(context(), meter, 1, reads(8)));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(projection.sum()).isEqualTo(13));
        assertThat(projection.count()).isEqualTo(2);
    }

    private long positionOf(String reader) throws SQLException {
        return number("select tx::text::bigint from reader where name = '" + reader + "'");
    }

    private long transactionOf(StreamId stream) throws SQLException {
        return number("select tx::text::bigint from event where stream = '" + stream.name() + "'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Adds up the readings of some meters, one row a shard. */
    private static class Counting implements Projection {

        private final String name;
        private final int shards;
        private final List<StreamId> meters;

        Counting(String name, int shards, StreamId... meters) {
            this.name = name;
            this.shards = shards;
            this.meters = List.of(meters);
            execute("create table if not exists counting (name text, shard int, events bigint, total bigint,"
                    + " primary key (name, shard))");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> tables() {
            return List.of("counting");
        }

        @Override
        public int shards() {
            return shards;
        }

        @Override
        public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
            List<Long> values = events.stream().filter(e -> meters.contains(e.stream()))
                    .map(e -> ((Readings.MeterEvent.Read) e.event()).value()).toList();
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into counting (name, shard, events, total) values (?, ?, ?, ?)
                    on conflict (name, shard) do update set events = counting.events + excluded.events,
                        total = counting.total + excluded.total
                    """)) {
                statement.setString(1, name);
                statement.setInt(2, shard);
                statement.setLong(3, values.size());
                statement.setLong(4, values.stream().mapToLong(Long::longValue).sum());
                statement.executeUpdate();
            }
        }

        long count() throws SQLException {
            return read("events");
        }

        long sum() throws SQLException {
            return read("total");
        }

        private long read(String column) throws SQLException {
            try (Connection connection = TestDatabase.dataSource().getConnection();
                    PreparedStatement statement = connection
                            .prepareStatement("select coalesce(sum(" + column + "), 0) from counting where name = ?")) {
                statement.setString(1, name);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        }

        private static void execute(String sql) {
            try (Connection connection = TestDatabase.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
