package io.serviceconcept.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/** P11: appending and reading with much stored beside the same with little stored, after a restart and warm. */
final class Flatness implements Row {

    private static final Bar BAR = Bar.atMost(1.3);

    /** What is timed; each has its own line. */
    private enum Kind {
        READ_COLD("standing read, after a restart"),
        APPEND_COLD("append, 4 writers, after a restart"),
        READ_WARM("standing read, warm"),
        APPEND_WARM("append, 4 writers, warm");

        private final String work;

        Kind(String work) {
            this.work = work;
        }
    }

    @Override
    public String id() {
        return "P11";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            Store few = Store.filled(bench, opened, "p_eleven_few", bench.scale().fewStored());
            Store many = Store.filled(bench, opened, "p_eleven_many", bench.scale().manyStored());
            for (int round = 0; round < bench.scale().rounds(); round++) {
                bench.server().restart();
                for (Store store : round % 2 == 0 ? List.of(few, many) : List.of(many, few)) {
                    store.measure(bench.scale());
                }
            }
            String note = String.format(Locale.ROOT, "p99; %,d and %,d events stored, %,d MB; shared_buffers %s", few.events,
                    many.events, many.megabytes, bench.server().sharedBuffers());
            return outcomes(few, many, note);
        }
    }

    private List<Outcome> outcomes(Store few, Store many, String note) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Measured with = many.measured(kind);
            Measured without = few.measured(kind);
            outcomes.add(new Outcome(id(), kind.work, "with little stored", BAR, Ratios.of(with, without, Sample::p99),
                    List.of(with, without), note));
        }
        return outcomes;
    }

    /** One of the two databases with what was measured in it. */
    private static final class Store {

        private final Database database;
        private final int events;
        private final StoredStreams streams;
        private final long megabytes;
        private final Server server;
        private final Map<Kind, List<Sample>> samples = new EnumMap<>(Kind.class);
        private final Map<Kind, Costs> costs = new EnumMap<>(Kind.class);

        private Store(Server server, Database database, int events) throws Exception {
            this.server = server;
            this.database = database;
            this.events = events;
            this.streams = new StoredStreams(Loaded.streams(events));
            this.megabytes = database.megabytes();
        }

        static Store filled(Bench bench, Resources opened, String name, int events) throws Exception {
            Database database = opened.add(bench.server().createWithKernelTables(name));
            try (var pool = database.pool(2)) {
                Loaded.load(pool, events);
            }
            database.execute(StoredStreams.STANDINGS);
            database.settle();
            Store store = new Store(bench.server(), database, events);
            store.warmUp(bench.scale().warming());
            return store;
        }

        /** The code of this process, so that only the server is cold after a restart. */
        private void warmUp(Duration duration) throws Exception {
            try (var pool = database.pool(StoredStreams.WRITERS)) {
                Callers.during(duration, 1, streams.reads(pool));
                Callers.during(duration, StoredStreams.WRITERS, streams.appends(pool));
            }
        }

        void measure(Scale scale) throws Exception {
            try (var pool = database.pool(StoredStreams.WRITERS)) {
                Callers.Operation reads = streams.reads(pool);
                Callers.Operation appends = streams.appends(pool);
                measure(Kind.READ_COLD, () -> Callers.times(scale.coldOperations(), 1, reads));
                measure(Kind.APPEND_COLD, () -> Callers.times(scale.coldOperations() / StoredStreams.WRITERS,
                        StoredStreams.WRITERS, appends));
                Callers.during(scale.slice(), 1, reads);
                measure(Kind.READ_WARM, () -> Callers.during(scale.slice(), 1, reads));
                Callers.during(scale.slice(), StoredStreams.WRITERS, appends);
                measure(Kind.APPEND_WARM, () -> Callers.during(scale.slice(), StoredStreams.WRITERS, appends));
            }
        }

        private void measure(Kind kind, Callable<Sample> work) throws Exception {
            Costs before = server.costs(ProcessHandle.current());
            samples.computeIfAbsent(kind, k -> new ArrayList<>()).add(work.call());
            costs.merge(kind, server.costs(ProcessHandle.current()).minus(before), Costs::plus);
        }

        Measured measured(Kind kind) {
            return new Measured(String.format(Locale.ROOT, "%,d stored: %s", events, kind.work),
                    samples.getOrDefault(kind, List.of()), costs.getOrDefault(kind, Costs.NONE), OptionalDouble.empty());
        }
    }
}
