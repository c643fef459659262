package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** A projection is filled anew while everybody reads and appends, and nobody notices but by what is new. */
class RebuildsTest {

    private static final Duration LEASE = Duration.ofMillis(900);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int SHARDS = 4;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String totalsTable = "totals_" + run;
    private final String rowsTable = "rows_" + run;
    private final AgroalDataSource pool = TestDatabase.pool(30);
    private final Totals totals = new Totals(totalsTable, "meter-" + run, SHARDS, 1);
    private final MeterRows rows = new MeterRows(rowsTable, "meter-" + run);
    private final Signal signal = new Signal();
    private final EventStore store = new PostgresEventStore(pool, Readings.TYPES, type -> false, List.of(rows), () -> false,
            signal);
    private final Readers readers = new Readers(pool, store, signal, LEASE, POLL);
    private final List<Rebuilds> instances = new ArrayList<>();

    @BeforeEach
    void start() {
        // a rebuild reads the whole log, also what other tests left
        TestDatabase.execute("truncate event");
        Totals.createTables(totalsTable);
        MeterRows.createTable(rowsTable);
    }

    @AfterEach
    void stop() {
        instances.forEach(Rebuilds::close);
        readers.close();
        pool.close();
    }

    private Rebuilds instance(Projection... projections) {
        Rebuilds rebuilds = new Rebuilds(pool, store, Readings.TYPES, PersonalKeys.none(), signal, List.of(projections), LEASE,
                POLL);
        instances.add(rebuilds);
        rebuilds.start();
        return rebuilds;
    }

    private StreamId meter(String name) {
        return StreamId.of("city", "meter", run + '-' + name);
    }

    /** As many meters, each with one reading of 7. */
    private void fill(int meters) {
        for (int from = 0; from < meters; from += 1_000) {
            store.create(context(), IntStream.range(from, Math.min(from + 1_000, meters))
                    .mapToObj(i -> new EventStore.Creation(meter("f" + i), new MeterEvent.Read(7))).toList());
        }
    }

    private void rebuild(Rebuilds rebuilds, Projection projection) {
        assertThat(rebuilds.request(projection.name(), "otto")).isTrue();
        awaitState(rebuilds, projection, RebuildState.DONE);
    }

    private static void awaitState(Rebuilds rebuilds, Projection projection, RebuildState state) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20))
                .until(() -> rebuilds.status(projection.name()).orElseThrow().state() == state);
    }

    private long total() {
        return TestDatabase.number("select coalesce(sum(total), 0) from " + totalsTable);
    }

    private void projected(int events) {
        readers.project(totals);
        readers.project(rows);
        await().atMost(LONG).untilAsserted(() -> assertThat(
                TestDatabase.number("select coalesce(sum(events), 0) from " + totalsTable)).isEqualTo(events));
    }

    @Test
    void noReaderSeesAPartialFigureWhileAppendsGoOn() throws InterruptedException {
        fill(20_000);
        projected(20_000);
        Rebuilds rebuilds = instance(totals, rows);
        AtomicLong acknowledged = new AtomicLong(20_000);
        AtomicReference<String> wrong = new AtomicReference<>();
        CountDownLatch enough = new CountDownLatch(1);
        List<Thread> appenders = IntStream.range(0, 2).mapToObj(i -> Thread.ofPlatform().daemon()
                .start(() -> append("a" + i, acknowledged, enough, wrong))).toList();
        String partials = "select sum(events), sum(total) from " + totalsTable;
        String lines = "select sum(version), sum(total) from " + rowsTable;
        Poller.Rule sevenEach = (events, total) -> total == 7 * events ? null : total + " of " + events + " events";
        List<Poller> pollers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            pollers.add(Poller.start(pool, partials, () -> 20_000, sevenEach));
            // the rows of an append are there as soon as it is acknowledged, also while tables are swapped
            pollers.add(Poller.start(pool, lines, acknowledged::get, sevenEach));
        }

        for (int again = 0; again < 2; again++) {
            assertThat(rebuilds.request(totals.name(), "otto")).isTrue();
            assertThat(rebuilds.request(rows.name(), "otto")).isTrue();
            awaitState(rebuilds, totals, RebuildState.DONE);
            awaitState(rebuilds, rows, RebuildState.DONE);
        }

        enough.countDown();
        for (Thread appender : appenders) {
            appender.join();
        }
        pollers.forEach(Poller::close);
        assertThat(wrong).hasNullValue();
        assertThat(pollers).allSatisfy(poller -> {
            assertThat(poller.wrong()).isEmpty();
            assertThat(poller.polls()).isGreaterThan(20);
        });
        assertThat(acknowledged.get()).isGreaterThan(20_050);
        await().atMost(LONG).untilAsserted(() -> assertThat(total()).isEqualTo(7 * acknowledged.get()));
        assertThat(TestDatabase.ask("""
                select count(*) from %s t full join (select organisation, stream, max(version) as version,
                       sum((data->>'value')::bigint) as total from event where starts_with(stream, 'meter-%s')
                       group by 1, 2) e using (organisation, stream)
                where (t.version, t.total) is distinct from (e.version, e.total)
                """.formatted(rowsTable, run))).containsExactly(List.of("0"));
    }

    private void append(String name, AtomicLong acknowledged, CountDownLatch enough, AtomicReference<String> wrong) {
        StreamId meter = meter(name);
        String mine = "select version from " + rowsTable + " where stream = '" + meter.name() + "'";
        for (long version = 0; enough.getCount() > 0 && wrong.get() == null; version++) {
            AppendOutcome outcome = store.append(Append.to(context(), meter, version, reads(7)));
            if (!(outcome instanceof AppendOutcome.Appended)) {
                wrong.set(outcome.toString());
                return;
            }
            acknowledged.incrementAndGet();
            String read = TestDatabase.ask(pool, mine).toString();
            if (!read.equals("[[" + (version + 1) + "]]")) {
                wrong.set("appended version " + (version + 1) + ", read " + read);
            }
        }
    }

    @Test
    void newCodeShowsAllItsValuesAtOnce() {
        fill(5_000);
        projected(5_000);
        readers.close();
        Rebuilds rebuilds = instance(new Totals(totalsTable, "meter-" + run, SHARDS, 3));
        List<Poller> pollers = IntStream.range(0, 3).mapToObj(i -> Poller.start(pool,
                "select sum(total), sum(events) from " + totalsTable, () -> 35_000,
                (total, events) -> events == 5_000 && (total == 35_000 || total == 105_000) ? null
                        : total + " of " + events + " events"))
                .toList();

        rebuild(rebuilds, totals);

        pollers.forEach(Poller::close);
        assertThat(pollers).allSatisfy(poller -> assertThat(poller.wrong()).isEmpty());
        assertThat(total()).isEqualTo(105_000);
        RebuildStatus status = rebuilds.status(totals.name()).orElseThrow();
        assertThat(status.progress()).isEqualTo(1);
        assertThat(status.eventsDone()).isGreaterThanOrEqualTo(5_000).isLessThanOrEqualTo(status.eventsTotal());
        assertThat(status.requestedBy()).isEqualTo("otto");
        assertThat(status.lockedMillis()).isNotNull();
    }

    @Test
    void everyNameIsWhatItWas() {
        fill(10);
        projected(10);
        List<List<String>> before = names();

        rebuild(instance(totals), totals);

        assertThat(names()).isEqualTo(before).hasSizeGreaterThan(12);
        assertThat(TestDatabase.ask("select nspname from pg_namespace where nspname like '%" + run + "'")).isEmpty();
        assertThat(TestDatabase.ask("select name from reader where name like 'rebuild-%" + run + "'")).isEmpty();
    }

    /** Columns, constraints, indexes, settings and rights. */
    private List<List<String>> names() {
        return TestDatabase.ask("""
                select 'column', attname, format_type(atttypid, atttypmod), pg_get_expr(adbin, adrelid), attnotnull::text
                    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
                    where attrelid = '%1$s'::regclass and attnum > 0
                union all select 'constraint', conname, contype::text, pg_get_constraintdef(oid), conindid::regclass::text
                    from pg_constraint where conrelid = '%1$s'::regclass
                union all select 'index', indexname, schemaname, indexdef, '' from pg_indexes where tablename = '%1$s'
                union all select 'table', reloptions::text, relacl::text, relnamespace::regnamespace::text, relkind::text
                    from pg_class where oid = '%1$s'::regclass
                order by 1, 2
                """.formatted(totalsTable));
    }

    @Test
    void whatARebuildWouldQueueGoesNowhereAndWhatFollowsFromItIsQueuedOnce() {
        fill(2_000);
        projected(2_000);
        TestDatabase.execute("delete from " + totalsTable + "_queue");
        long places = TestDatabase.number("select count(*) from " + totalsTable);

        rebuild(instance(totals), totals);

        assertThat(TestDatabase.ask("select place from " + totalsTable + "_queue"))
                .containsExactly(List.of(String.valueOf(-places)));
    }

    /** Puts each place of the old rows into the queue, slowly: all of them take longer than a transaction may. */
    private static class SlowToFollow extends Totals {
        private final String table;
        private final AtomicLong failing = new AtomicLong();
        private final AtomicLong pieces = new AtomicLong();

        SlowToFollow(String table, String meters) {
            super(table, meters, SHARDS, 1);
            this.table = table;
        }

        @Override
        public FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
                throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = '500ms'");
                try (var row = statement.executeQuery("""
                        with pieces as (insert into %1$s_queue (place) select place from %2$s.%1$s where place > %3$s
                            order by place limit %4$d returning place)
                        select count(*), max(place), count(pg_sleep(0.02)) from pieces
                        """.formatted(table, before, reached == null ? "-1" : reached, limit))) {
                    row.next();
                    if (pieces.incrementAndGet() == failing.get()) {
                        throw new IllegalStateException("broken for now");
                    }
                    return new FollowUp(row.getLong(1), row.getLong(1) < limit ? null : row.getString(2));
                }
            }
        }
    }

    private void isFollowedOnce(Rebuilds rebuilds, int places) {
        awaitState(rebuilds, totals, RebuildState.DONE);
        assertThat(TestDatabase.ask("select count(*), count(distinct place) from " + totalsTable + "_queue"))
                .containsExactly(List.of(String.valueOf(places), String.valueOf(places)));
        RebuildStatus status = rebuilds.status(totals.name()).orElseThrow();
        assertThat(status.followedRows()).isEqualTo(places);
        assertThat(status.note()).isNull();
    }

    /** Old rows of as many places. */
    private void places(int places) {
        TestDatabase.execute("insert into " + totalsTable + " (shard, place, events, total)"
                + " select 0, place, 0, 0 from generate_series(0, " + (places - 1) + ") place");
    }

    @Test
    void whatFollowsMayTakeLongerThanATransactionMay() {
        places(60);
        Rebuilds rebuilds = instance(new SlowToFollow(totalsTable, "meter-" + run));
        rebuilds.request(totals.name(), "otto");

        // the old rows are there until all is done, and how far it is can be seen
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> {
            RebuildStatus status = rebuilds.status(totals.name()).orElseThrow();
            return status.state() == RebuildState.SWAPPED && status.followedRows() > 0;
        });
        isFollowedOnce(rebuilds, 60);
    }

    @Test
    void whatFollowsIsDoneOnceThoughAPieceFailsAndAnotherInstanceGoesOn() {
        places(90);
        SlowToFollow projection = new SlowToFollow(totalsTable, "meter-" + run);
        projection.failing.set(3);
        Rebuilds first = instance(projection);
        first.request(totals.name(), "otto");
        await().atMost(LONG).until(() -> projection.pieces.get() >= 3);
        first.close();
        assertThat(first.status(totals.name()).orElseThrow().state()).isEqualTo(RebuildState.SWAPPED);

        isFollowedOnce(instance(new SlowToFollow(totalsTable, "meter-" + run)), 90);
    }

    /** Holds the work up after some batches, until it is let go on. */
    private static class Held extends Totals {
        private final AtomicLong batches;
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicLong projected = new AtomicLong();

        Held(String table, String meters, int batches) {
            super(table, meters, SHARDS, 1);
            this.batches = new AtomicLong(batches);
        }

        @Override
        public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
            if (batches.getAndDecrement() <= 0) {
                awaitLatch();
            }
            super.project(connection, shard, events);
            projected.addAndGet(events.size());
        }

        private void awaitLatch() {
            try {
                if (!goOn.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let it go on");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isHeld() {
            return batches.get() < 0;
        }
    }

    @Test
    void anotherInstanceGoesOnWhereOneWasKilled() {
        fill(12_000);
        projected(12_000);
        Held held = new Held(totalsTable, "meter-" + run, 2);
        Rebuilds first = instance(held);
        first.request(totals.name(), "otto");
        await().atMost(LONG).until(held::isHeld);

        first.close();
        long done = first.status(totals.name()).orElseThrow().eventsDone();
        // one that was killed gives nothing back
        TestDatabase.execute("update reader set holder = gen_random_uuid(), expires_at = clock_timestamp() + interval '1 s'"
                + " where name in ('rebuild-" + totals.name() + "', 'work-rebuild-projections')");
        Held successor = new Held(totalsTable, "meter-" + run, Integer.MAX_VALUE);
        Rebuilds second = instance(successor);
        awaitState(second, totals, RebuildState.DONE);

        RebuildStatus status = second.status(totals.name()).orElseThrow();
        assertThat(done).isPositive();
        assertThat(successor.projected.get()).isEqualTo(status.eventsDone() - done);
        assertThat(total()).isEqualTo(84_000);
    }

    @Test
    void twoInstancesShareTheWorkAndNothingCountsTwice() {
        fill(12_000);
        projected(12_000);
        Held one = new Held(totalsTable, "meter-" + run, 0);
        Held other = new Held(totalsTable, "meter-" + run, 0);
        Rebuilds first = instance(one);
        instance(other);
        first.request(totals.name(), "otto");
        await().atMost(LONG).until(() -> one.isHeld() && other.isHeld());

        one.goOn.countDown();
        other.goOn.countDown();
        awaitState(first, totals, RebuildState.DONE);

        assertThat(total()).isEqualTo(84_000);
        fill(0);
        store.append(Append.to(context(), meter("after"), 0, reads(7)));
        await().atMost(LONG).untilAsserted(() -> assertThat(total()).isEqualTo(84_007));
    }

    @Test
    void aCancelledRebuildLeavesEverythingAsItWasAndCanBeAskedForAgain() {
        fill(3_000);
        projected(3_000);
        Held held = new Held(totalsTable, "meter-" + run, 1);
        Rebuilds rebuilds = instance(held);
        rebuilds.request(totals.name(), "otto");
        await().atMost(LONG).until(held::isHeld);
        assertThat(rebuilds.request(totals.name(), "otto")).isFalse();

        assertThat(rebuilds.cancel(totals.name())).isTrue();
        held.goOn.countDown();
        awaitState(rebuilds, totals, RebuildState.CANCELLED);

        assertThat(rebuilds.cancel(totals.name())).isFalse();
        assertThat(total()).isEqualTo(21_000);
        assertThat(TestDatabase.ask("select nspname from pg_namespace where nspname like '%" + run + "'")).isEmpty();
        rebuild(rebuilds, totals);
        assertThat(total()).isEqualTo(21_000);
    }

    @Test
    void aFailingShardSaysSoToEveryInstanceAndGoesOn() {
        fill(100);
        projected(100);
        Held held = new Held(totalsTable, "meter-" + run, 0) {
            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
                if (super.goOn.getCount() > 0) {
                    throw new IllegalStateException("broken for now");
                }
                super.project(connection, shard, events);
            }
        };
        Rebuilds rebuilds = instance(held);
        rebuilds.request(totals.name(), "otto");

        await().atMost(LONG).untilAsserted(() -> {
            assertThat(rebuilds.status(totals.name()).orElseThrow().note()).isEqualTo("broken for now");
            assertThat(rebuilds.failures()).containsValue("broken for now");
        });
        held.goOn.countDown();
        awaitState(rebuilds, totals, RebuildState.DONE);
        assertThat(rebuilds.failures()).isEmpty();
        assertThat(rebuilds.status(totals.name()).orElseThrow().note()).isNull();
    }

    @Test
    void theSwapWaitsForLongReadersWithoutHoldingUpTheOthers() throws SQLException {
        fill(1_000);
        projected(1_000);
        Rebuilds rebuilds = instance(totals);
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set transaction_timeout = 0");
            connection.setAutoCommit(false);
            rebuilds.request(totals.name(), "otto");
            awaitState(rebuilds, totals, RebuildState.SWAPPING);
            // begun after the new rows had caught up
            statement.execute("select * from " + totalsTable);
            await().atMost(LONG).untilAsserted(() -> assertThat(rebuilds.status(totals.name()).orElseThrow().note())
                    .contains("waits for who holds the tables"));
            assertThat(total()).isEqualTo(7_000);
            connection.rollback();
            connection.setAutoCommit(true);
            statement.execute("reset transaction_timeout");
        }
        awaitState(rebuilds, totals, RebuildState.DONE);
    }

    @Test
    void whoReadsASnapshotFromBeforeFindsTheRowsThatBelongToIt() throws SQLException {
        isNotSwappedBefore(pool);
    }

    @Test
    void soDoesWhoHasAnotherRoleAndIsNotSeenByThisOne() throws SQLException {
        isNotSwappedBefore(TestDatabase.ofRole("auditor_" + run));
    }

    private void isNotSwappedBefore(DataSource reader) throws SQLException {
        fill(1_000);
        projected(1_000);
        Rebuilds rebuilds = instance(totals);
        try (Connection connection = reader.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set transaction_timeout = 0");
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            statement.execute("select 1");
            rebuilds.request(totals.name(), "otto");
            awaitState(rebuilds, totals, RebuildState.SWAPPING);
            await().during(Duration.ofMillis(700)).atMost(LONG)
                    .until(() -> rebuilds.status(totals.name()).orElseThrow().state() == RebuildState.SWAPPING);
            try (var row = statement.executeQuery("select sum(total) from " + totalsTable)) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(7_000);
            }
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute("reset transaction_timeout");
        }
        awaitState(rebuilds, totals, RebuildState.DONE);
    }

    @Test
    void whatCannotBeCopiedIsRefusedWithTheReason() {
        TestDatabase.execute("create view seen_" + run + " as select * from " + totalsTable);
        TestDatabase.execute("create table counted_" + run + " (id bigserial primary key)");
        Projection serial = new MeterRows("counted_" + run, "meter-" + run);
        Rebuilds rebuilds = instance(totals, serial);
        rebuilds.request(totals.name(), "otto");
        rebuilds.request(serial.name(), "otto");

        awaitState(rebuilds, totals, RebuildState.FAILED);
        awaitState(rebuilds, serial, RebuildState.FAILED);
        assertThat(rebuilds.status(totals.name()).orElseThrow().note()).contains("is read by the view seen_" + run);
        assertThat(rebuilds.status(serial.name()).orElseThrow().note()).contains("has the serial");
        assertThatThrownBy(() -> rebuilds.request("unknown", "otto")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableThatIsAlteredMeanwhileIsNotReplacedByACopyOfWhatItWas() {
        fill(10);
        projected(10);
        Held held = new Held(totalsTable, "meter-" + run, 0);
        Rebuilds rebuilds = instance(held);
        rebuilds.request(totals.name(), "otto");
        await().atMost(LONG).until(held::isHeld);

        TestDatabase.execute("alter table " + totalsTable + " add column unit text");
        held.goOn.countDown();

        await().atMost(LONG).untilAsserted(() -> assertThat(rebuilds.status(totals.name()).orElseThrow().note())
                .isEqualTo(totalsTable + " was altered since it was copied: cancel the rebuild and ask again"));
        rebuilds.cancel(totals.name());
        awaitState(rebuilds, totals, RebuildState.CANCELLED);
        rebuild(rebuilds, totals);
        assertThat(TestDatabase.ask("select distinct unit from " + totalsTable)).containsExactly(List.of("null"));
    }

    @Test
    void projectionsThatShareATableAreOneRebuild() {
        fill(2_000);
        Totals even = new Totals(totalsTable, "meter-" + run + "-f0", SHARDS, 1) {
            @Override
            public String name() {
                return "another-" + run;
            }

            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
                super.project(connection, shard + 100, events);
            }
        };
        readers.project(even);
        projected(2_001);
        Rebuilds rebuilds = instance(totals, even, rows);

        rebuild(rebuilds, totals);

        assertThat(rebuilds.status(even.name()).orElseThrow().name()).isEqualTo("another-" + run);
        assertThat(total()).isEqualTo(14_007);
        store.append(Append.to(context(), meter("f0"), 1, reads(7)));
        await().atMost(LONG).untilAsserted(() -> assertThat(total()).isEqualTo(14_021));
    }
}
