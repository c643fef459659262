package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.Readers;

/** P6: the results projection is built anew while figures are read on, beside COPY of the same events. */
final class Rebuild implements Row {

    private static final Bar BAR = Bar.atLeast(0.4);

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            Database database = opened.add(bench.server().createWithKernelTables("p_six"));
            DataSource pool = opened.add(database.pool(4));
            int events = bench.scale().replayed();
            Loaded.load(pool, events);
            database.settle();
            Projecting projecting = new Projecting(database, pool, events);
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(projecting, opened.add(new CopyOut(database))));
            return List.of(Outcome.ofThroughput(id(), "rebuild of the results projection while reads go on", BAR,
                    measured.getFirst(), measured.subList(1, 2),
                    projecting.reads() + " reads of figures meanwhile; every rebuild counted every answer").with(measured));
        }
    }

    /** Rebuilds into a new table each time. The one of the time before is read meanwhile. */
    private static final class Projecting implements Contender {

        private static final Duration LEASE = Duration.ofSeconds(5);
        private static final Duration POLL = Duration.ofMillis(5);
        private static final Duration LONGEST = Duration.ofMinutes(10);
        private static final long PAUSE_NANOSECONDS = 5_000_000;

        private final Database database;
        private final DataSource pool;
        private final int events;
        private int built;
        private long reads;

        Projecting(Database database, DataSource pool, int events) throws SQLException {
            this.database = database;
            this.pool = pool;
            this.events = events;
            database.execute(ResultCells.create(table(0)));
        }

        @Override
        public String name() {
            return "kernel, projection";
        }

        @Override
        public Sample run(Duration slice) throws Exception {
            String old = table(built);
            built++;
            String fresh = table(built);
            database.execute(ResultCells.create(fresh));
            try (FigureReader reader = new FigureReader(pool, old)) {
                long begun = System.nanoTime();
                rebuild(fresh);
                Sample sample = Sample.ofOneOperation(events, System.nanoTime() - begun);
                reads += reader.reads();
                return sample;
            }
        }

        /** From the begin of the log until the table has counted every answer. */
        private void rebuild(String table) throws SQLException {
            Signal signal = new Signal();
            EventStore store = Kernel.store(pool, signal);
            long end = System.nanoTime() + LONGEST.toNanos();
            try (Readers readers = new Readers(pool, store, signal, LEASE, POLL);
                    Connection connection = pool.getConnection()) {
                readers.project(new ResultCells(table));
                while (ResultCells.counted(connection, table) < events) {
                    if (!readers.failures().isEmpty() || System.nanoTime() > end) {
                        throw new IllegalStateException("the projection stands still: " + readers.failures());
                    }
                    LockSupport.parkNanos(PAUSE_NANOSECONDS);
                }
                if (ResultCells.counted(connection, table) != events) {
                    throw new IllegalStateException("an answer was counted twice");
                }
            }
        }

        private static String table(int number) {
            return "results_" + number;
        }

        long reads() {
            return reads;
        }

        @Override
        public void close() {
            // its pool is closed by who opened it
        }
    }
}
