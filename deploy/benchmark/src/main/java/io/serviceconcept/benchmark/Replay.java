package io.serviceconcept.benchmark;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.ReadAhead;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;

/** P5: every event of the log as a Java object in order, beside COPY of the same rows. */
final class Replay implements Row {

    private static final int PAGE = 5_000;
    private static final Bar BAR = Bar.atLeast(0.7);

    @Override
    public String id() {
        return "P5";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            Database database = opened.add(bench.server().createWithKernelTables("p_five"));
            DataSource pool = opened.add(database.pool(2));
            Loaded.load(pool, bench.scale().replayed());
            database.settle();
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(new Reading(Kernel.store(pool)), opened.add(new CopyOut(database))));
            return List.of(Outcome.ofThroughput(id(), "replay, typed events in Java", BAR, measured.getFirst(),
                    measured.subList(1, 2), bench.scale().replayed() + " events, " + database.megabytes() + " MB")
                    .with(measured));
        }
    }

    private record Reading(EventStore store) implements Contender {

        @Override
        public String name() {
            return "kernel, read ahead";
        }

        @Override
        public Sample run(Duration slice) {
            long begun = System.nanoTime();
            long events = 0;
            Position position = Position.START;
            List<RecordedEvent> page;
            ReadAhead log = new ReadAhead(store, Slots.ALL);
            do {
                page = log.readAfter(position, PAGE);
                for (RecordedEvent event : page) {
                    if (event.event() instanceof ResponseReceived) {
                        events++;
                    }
                }
                position = page.isEmpty() ? position : page.getLast().position();
            } while (page.size() == PAGE);
            return Sample.ofOneOperation(events, System.nanoTime() - begun);
        }

        @Override
        public void close() {
            // its pool is closed by who opened it
        }
    }
}
