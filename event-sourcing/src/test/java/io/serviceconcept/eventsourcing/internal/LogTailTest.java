package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventLog;
import io.serviceconcept.eventsourcing.LogPage;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;

/** Readers that follow the end of the log side by side see what each would see alone, and ask the database less often. */
class LogTailTest {

    private static final int SOME = 100;

    private final AtomicInteger connections = new AtomicInteger();
    private final PostgresEventStore store = new PostgresEventStore(counted(TestDatabase.dataSource()), Readings.TYPES,
            type -> false, List.of(), () -> false, new Signal());
    private final EventLog tail = store.tail();
    private final String run = UUID.randomUUID().toString();
    private final List<StreamId> meters = IntStream.range(0, 8).mapToObj(i -> StreamId.of("city", "meter", run + i)).toList();
    private final Position start = end();

    private DataSource counted(DataSource dataSource) {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { DataSource.class },
                (proxy, method, arguments) -> {
                    connections.incrementAndGet();
                    return method.invoke(dataSource, arguments);
                });
    }

    /** Where the next event will follow. */
    private static Position end() {
        return new Position(1, TestDatabase.number("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint"), -1);
    }

    private void append(StreamId meter, long version) {
        store.append(Append.to(context(), meter, version, reads(version)));
    }

    private static List<StreamId> streams(LogPage page) {
        return page.events().stream().map(RecordedEvent::stream).toList();
    }

    @Test
    void whoAsksMissesNothingThatWasStoredBefore() {
        for (long version = 0; version < 20; version++) {
            append(meters.getFirst(), version);
            assertThat(tail.fetchAfter(start, Slots.ALL, SOME).size()).isEqualTo((int) version + 1);
        }
    }

    @Test
    void manyWhoAskTogetherAreServedByFewLooks() throws Exception {
        meters.forEach(meter -> append(meter, 0));
        connections.set(0);

        Callable<List<StreamId>> reader = () -> streams(tail.fetchAfter(start, Slots.ALL, SOME));
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<List<StreamId>> seen : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> reader).toList())) {
                assertThat(seen.get()).isEqualTo(meters);
            }
        }

        assertThat(connections).hasValueLessThan(8);
    }

    @Test
    void eachIsAnsweredForItsOwnPositionSlotsAndLimit() {
        meters.forEach(meter -> append(meter, 0));
        LogPage all = tail.fetchAfter(start, Slots.ALL, SOME);
        Position third = all.events().get(2).position();

        assertThat(streams(tail.fetchAfter(third, Slots.ALL, 3))).isEqualTo(meters.subList(3, 6));
        Slots first = Slots.ofShard(0, 2);
        Slots second = Slots.ofShard(1, 2);
        assertThat(streams(tail.fetchAfter(start, first, SOME)))
                .isEqualTo(meters.stream().filter(meter -> first.hold(meter.slot())).toList());
        assertThat(Stream.of(first, second).flatMap(slots -> streams(tail.fetchAfter(start, slots, SOME)).stream()))
                .containsExactlyInAnyOrderElementsOf(meters);
    }

    @Test
    void whoIsBehindWhatIsKeptIsAnsweredAllTheSame() {
        append(meters.getFirst(), 0);
        Position later = tail.fetchAfter(start, Slots.ALL, SOME).last();
        EventLog another = store.tail();
        another.fetchAfter(later, Slots.ALL, SOME);

        assertThat(streams(another.fetchAfter(start, Slots.ALL, SOME))).containsExactly(meters.getFirst());
    }

    @Test
    void whatAnOpenTransactionMayPrecedeIsNotSeenAndLaterNotMissed() throws SQLException {
        append(meters.get(0), 0);
        try (Connection open = TestDatabase.dataSource().getConnection(); Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            append(meters.get(1), 0);
            assertThat(streams(tail.fetchAfter(start, Slots.ALL, SOME))).containsExactly(meters.get(0));
            open.rollback();
        }

        assertThat(streams(tail.fetchAfter(start, Slots.ALL, SOME))).isEqualTo(meters.subList(0, 2));
    }
}
