package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;

/** How far everything is behind, as operators see it. */
class LagQueriesTest {

    private final DataSource dataSource = TestDatabase.dataSource();
    private final Signal signal = new Signal();
    private final EventStore store = new PostgresEventStore(dataSource, Readings.TYPES, event -> false, List.of(),
            () -> false, signal);
    private final String name = "lag-" + UUID.randomUUID();
    private final AtomicBoolean broken = new AtomicBoolean();

    private final class Counting implements Projection {

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public int shards() {
            return 4;
        }

        @Override
        public void project(Connection connection, int shard, List<RecordedEvent> events) {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
        }
    }

    private void append() {
        store.append(Append.to(context(), StreamId.of("city", "meter", UUID.randomUUID().toString()), 0, reads(1)));
    }

    private static List<Double> seconds(Lag lag) {
        return lag.readers().stream().map(Lag.Reader::seconds).toList();
    }

    @Test
    void aProjectionThatStandsStillFallsBehindAndCatchesUp() {
        try (Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(1), Duration.ofMillis(20))) {
            readers.project(new Counting());
            LagQueries queries = new LagQueries(dataSource, readers);
            await().untilAsserted(() -> assertThat(seconds(queries.sample())).containsExactly(0.0, 0.0, 0.0, 0.0));
            assertThat(queries.sample().readers()).extracting(Lag.Reader::kind).containsOnly("projection");
            assertThat(queries.sample().readers()).extracting(Lag.Reader::name).containsOnly(name);

            broken.set(true);
            append();
            await().untilAsserted(() -> assertThat(seconds(queries.sample())).filteredOn(seconds -> seconds > 0.5).hasSize(1));
            broken.set(false);
            await().untilAsserted(() -> assertThat(seconds(queries.sample())).containsOnly(0.0));
        }
    }

    @Test
    void whatWaitsFarBehindAFinishedGenerationIsFound() {
        DataSource restored = TestDatabase.open("lag_of_generations");
        EventStore log = new PostgresEventStore(restored, Readings.TYPES, event -> false, List.of(), () -> false, signal);
        StreamId rested = ofShard(0);
        for (int thousand = 0; thousand < 6; thousand++) {
            log.append(Append.to(context(), rested, thousand * 1_000L, reads(new long[1_000])));
        }
        // as on a cluster whose transaction ids are behind those of the one before
        TestDatabase.execute(restored, "update event set tx = (9000000000000 + version)::text::xid8");
        TestDatabase.execute(restored, "update event_generation set generation = 2");
        log.append(Append.to(context(), ofShard(3), 0, reads(1)));
        broken.set(true);
        try (Readers readers = new Readers(restored, log, signal, Duration.ofSeconds(1), Duration.ofMillis(20))) {
            readers.project(new Counting());
            LagQueries queries = new LagQueries(restored, readers);

            await().untilAsserted(() -> assertThat(queries.readers()).filteredOn(reader -> reader.shard() == 3)
                    .singleElement().satisfies(reader -> assertThat(reader.seconds()).isPositive()));
        }
    }

    private static StreamId ofShard(int shard) {
        return Stream.generate(() -> StreamId.of("city", "meter", UUID.randomUUID().toString()))
                .filter(stream -> stream.slot() / (StreamId.SLOTS / 4) == shard).findFirst().orElseThrow();
    }

    @Test
    void anOpenWriteTransactionHoldsTheHorizon() throws SQLException {
        try (Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(1), Duration.ofMillis(20));
                Connection open = dataSource.getConnection()) {
            LagQueries queries = new LagQueries(dataSource, readers);
            open.setAutoCommit(false);
            open.createStatement().execute("select pg_current_xact_id()");
            append();
            append();
            await().untilAsserted(() -> {
                Lag.Horizon horizon = queries.sample().horizon();
                assertThat(horizon.transactions()).isGreaterThanOrEqualTo(3);
                assertThat(horizon.seconds()).isGreaterThan(0.2);
            });
            open.rollback();
            await().untilAsserted(() -> assertThat(queries.sample().horizon().seconds()).isZero());
        }
    }
}
