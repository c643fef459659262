package io.serviceconcept.eventsourcing.quarkus;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.internal.Lag;
import io.serviceconcept.eventsourcing.internal.LagQueries;
import io.serviceconcept.eventsourcing.internal.Readers;

/**
 * The figures of the kernel for Prometheus. One thread looks them up every few seconds, however often they are scraped; a
 * sample that fails leaves the figures as they were, and {@code event_store_sample_age_seconds} grows.
 */
@ApplicationScoped
class KernelMetrics {

    private static final Logger LOG = Logger.getLogger(KernelMetrics.class);

    private final LagQueries queries;
    private final Readers readers;
    private final Instance<InboundHandler> handlers;
    private final Duration every;
    private final MultiGauge horizonTransactions;
    private final MultiGauge horizonSeconds;
    private final MultiGauge projectionLag;
    private final MultiGauge relayLag;
    private final MultiGauge parkedRecords;
    private final MultiGauge haltedStreams;
    private final MultiGauge standingStill;
    private final MultiGauge unpublishedErasures;
    private final MultiGauge unpublishedErasuresAge;
    private final ScheduledExecutorService sampler = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kernel-metrics").factory());
    private volatile long sampled = System.nanoTime();

    KernelMetrics(LagQueries queries, Readers readers, Instance<InboundHandler> handlers,
            EventSourcingConfig config, MeterRegistry registry) {
        this.queries = queries;
        this.readers = readers;
        this.handlers = handlers;
        this.every = config.sampling();
        this.horizonTransactions = gauge("event.store.horizon", "transactions",
                "Transactions begun since the oldest open write transaction of the cluster", registry);
        this.horizonSeconds = gauge("event.store.horizon.age", "seconds",
                "How long the oldest open write transaction of the cluster has held readers back", registry);
        this.projectionLag = gauge("projection.lag", "seconds", "Age of the oldest event not yet projected", registry);
        this.relayLag = gauge("relay.lag", "seconds", "Age of the oldest event the relay has not passed", registry);
        this.parkedRecords = gauge("inbox.parked.records", null, "Records that wait in the inbox", registry);
        this.haltedStreams = gauge("inbox.halted.streams", null, "Streams that wait for an operator", registry);
        this.standingStill = gauge("reader.standing.still", null,
                "1 while a projection, the relay or leased work of this instance fails again and again", registry);
        this.unpublishedErasures = gauge("erasures.unpublished", null,
                "Erasures of personal data that only the database knows of", registry);
        this.unpublishedErasuresAge = gauge("erasures.unpublished.age", "seconds",
                "Age of the oldest erasure of personal data that only the database knows of", registry);
        registry.gauge("event.store.sample.age.seconds", this,
                metrics -> (System.nanoTime() - metrics.sampled) / 1_000_000_000.0);
    }

    private static MultiGauge gauge(String name, @Nullable String unit, String description,
            MeterRegistry registry) {
        return MultiGauge.builder(name).baseUnit(unit).description(description).register(registry);
    }

    void start(@Observes StartupEvent event) {
        sampler.scheduleWithFixedDelay(this::sample, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sampler.shutdownNow();
    }

    private void sample() {
        try {
            show(queries.sample());
            sampled = System.nanoTime();
        } catch (Throwable e) {
            // also an Error: a task that throws is never run again
            LOG.debug("the figures of the kernel stay as they were", e);
        }
    }

    private void show(Lag lag) {
        show(horizonTransactions, Stream.of(Row.of(Tags.empty(), lag.horizonTransactions())));
        show(horizonSeconds, Stream.of(Row.of(Tags.empty(), lag.horizonSeconds())));
        show(projectionLag, lag.readers().stream().filter(reader -> reader.kind().equals("projection")).map(reader -> Row
                .of(Tags.of("projection", reader.name(), "shard", Integer.toString(reader.shard())), reader.seconds())));
        show(relayLag, lag.readers().stream().filter(reader -> reader.kind().equals("relay")).map(reader -> Row
                .of(Tags.of("topic", reader.name(), "shard", Integer.toString(reader.shard())), reader.seconds())));
        show(parkedRecords, Stream.concat(noneParked(lag),
                lag.parked().stream().map(parked -> Row.of(Tags.of("source", parked.source()), parked.records()))));
        show(haltedStreams, Stream.concat(noneParked(lag),
                lag.parked().stream().map(parked -> Row.of(Tags.of("source", parked.source()), parked.streams()))));
        show(unpublishedErasures, Stream.of(Row.of(Tags.empty(), lag.erasures().unpublished())));
        show(unpublishedErasuresAge, Stream.of(Row.of(Tags.empty(), lag.erasures().seconds())));
        Map<String, String> failures = readers.failures();
        show(standingStill, readers.names().stream()
                .map(name -> Row.of(Tags.of("reader", name), failures.containsKey(name) ? 1 : 0)));
    }

    /** Sources of which nothing is parked: a figure that is missing raises no alarm. */
    private Stream<Row<?>> noneParked(Lag lag) {
        return handlers.stream().map(InboundHandler::source)
                .filter(source -> lag.parked().stream().noneMatch(parked -> parked.source().equals(source)))
                .map(source -> Row.of(Tags.of("source", source), 0));
    }

    private static void show(MultiGauge gauge, Stream<? extends Row<?>> rows) {
        gauge.register(rows.toList(), true);
    }
}
