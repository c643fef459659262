package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;
import io.serviceconcept.local.LocalPostgres;

/**
 * Rebuilds a projection over many events with readers polling throughout and appends going on. How many is for
 * {@code -Devents=1000000} to say.
 */
class RebuildOfManyEventsTest {

    private static final Logger LOG = Logger.getLogger(RebuildOfManyEventsTest.class);
    private static final int EVENTS = Integer.getInteger("events", 200_000);
    private static final int SHARDS = 4;
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String QUERY = "select sum(events), sum(total) from totals";

    @Test
    void nobodyReadsAPartialFigure() throws InterruptedException {
        try (LocalPostgres postgres = LocalPostgres.temporary("many");
                AgroalDataSource pool = TestDatabase.pool(postgres, "many", 30)) {
            Flyway.configure().dataSource(pool).locations("db/kernel").load().migrate();
            Totals.createTables(sql -> TestDatabase.execute(pool, sql), "totals");
            Signal signal = new Signal();
            EventStore store = new PostgresEventStore(pool, Readings.TYPES, type -> false, List.of(), () -> false, signal);
            fill(store);
            try (Readers readers = new Readers(pool, store, signal, Duration.ofSeconds(5), Duration.ofMillis(50))) {
                rebuildTwice(pool, store, signal, readers);
            }
        }
    }

    private static void fill(EventStore store) throws InterruptedException {
        long begun = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 2).mapToObj(i -> Thread.ofPlatform().start(() -> {
            for (int from = next.getAndAdd(1_000); from < EVENTS; from = next.getAndAdd(1_000)) {
                store.create(context(), IntStream.range(from, Math.min(from + 1_000, EVENTS))
                        .mapToObj(n -> new EventStore.Creation(StreamId.of("city", "meter", "f" + n),
                                new MeterEvent.Read(7)))
                        .toList());
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        LOG.infof("%d events filled in %d ms", EVENTS, (System.nanoTime() - begun) / 1_000_000);
    }

    /** First from nothing, which is all or nothing to readers; then with other code, while events are appended. */
    private static void rebuildTwice(AgroalDataSource pool, EventStore store, Signal signal, Readers readers)
            throws InterruptedException {
        Totals totals = new Totals("totals", "meter-", SHARDS, 1);
        List<Poller> pollers = poll(pool, () -> 0,
                (events, total) -> (events == 0 || events == EVENTS) && total == 7 * events ? null
                        : total + " of " + events + " events");
        try (Rebuilds rebuilds = rebuilds(pool, store, signal, totals)) {
            report(rebuilds, totals, pollers);
        }
        readers.project(totals);
        Totals doubled = new Totals("totals", "meter-", SHARDS, 2);
        AtomicLong acknowledged = new AtomicLong(EVENTS);
        CountDownLatch enough = new CountDownLatch(1);
        Thread appender = Thread.ofPlatform().start(() -> {
            for (long version = 0; enough.getCount() > 0; version++) {
                store.append(Append.to(context(), StreamId.of("city", "meter", "appended"), version, reads(7)));
                acknowledged.incrementAndGet();
            }
        });
        // what is read of the old rows is 7 for each, of the new 14; what the old code appends after the swap is 7 again
        pollers = poll(pool, () -> EVENTS, (events, total) -> total == 7 * events
                || total >= 14L * EVENTS && total <= 14 * events ? null : total + " of " + events + " events");
        try (Rebuilds rebuilds = rebuilds(pool, store, signal, doubled)) {
            report(rebuilds, doubled, pollers);
        }
        enough.countDown();
        appender.join();
        LOG.infof("%d events were appended meanwhile", acknowledged.get() - EVENTS);
        await().atMost(LONG).untilAsserted(() -> assertThat(TestDatabase.ask(pool, "select sum(events) from totals"))
                .containsExactly(List.of(String.valueOf(acknowledged.get()))));
    }

    private static List<Poller> poll(AgroalDataSource pool, java.util.function.LongSupplier atLeast, Poller.Rule rule) {
        List<Poller> pollers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pollers.add(Poller.start(pool, QUERY, atLeast, rule));
        }
        return pollers;
    }

    private static Rebuilds rebuilds(AgroalDataSource pool, EventStore store, Signal signal, Totals totals) {
        Rebuilds rebuilds = new Rebuilds(pool, store, Readings.TYPES, PersonalKeys.none(), signal, List.of(totals),
                Duration.ofSeconds(5),
                Duration.ofMillis(50));
        rebuilds.start();
        return rebuilds;
    }

    private static void report(Rebuilds rebuilds, Totals totals, List<Poller> pollers) {
        rebuilds.request(totals.name(), "otto");
        await().atMost(LONG).pollInterval(Duration.ofMillis(200))
                .until(() -> rebuilds.status(totals.name()).orElseThrow().state() == RebuildState.DONE);
        pollers.forEach(Poller::close);
        RebuildStatus status = rebuilds.status(totals.name()).orElseThrow();
        LOG.infof("%d of %d events in %d ms, %d events/s, tables locked %d ms; %d polls, the longest %d ms",
                status.eventsDone(), status.eventsTotal(),
                Duration.between(status.startedAt(), status.finishedAt()).toMillis(), status.eventsPerSecond(),
                status.lockedMillis(), pollers.stream().mapToLong(Poller::polls).sum(),
                pollers.stream().mapToLong(Poller::longestMillis).max().orElseThrow());
        assertThat(pollers).allSatisfy(poller -> {
            assertThat(poller.wrong()).isEmpty();
            assertThat(poller.polls()).isGreaterThan(10);
        });
    }
}
