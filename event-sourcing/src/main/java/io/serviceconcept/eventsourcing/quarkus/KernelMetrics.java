package io.serviceconcept.eventsourcing.quarkus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

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
import io.serviceconcept.eventsourcing.internal.ParkedCounts;
import io.serviceconcept.eventsourcing.internal.ParkedCounts.Parked;
import io.serviceconcept.eventsourcing.internal.Readers;

/**
 * The figures of the kernel for Prometheus. One thread looks them up every few seconds, however often they are scraped.
 * What cannot be looked up is absent, and {@code event_store_sample_age_seconds} grows until all can be again.
 */
@ApplicationScoped
class KernelMetrics {

    private final Instance<InboundHandler> handlers;
    private final Duration every;
    private final MeterRegistry registry;
    private final List<Sampler<?>> samplers;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kernel-metrics").factory());
    private volatile long sampled = System.nanoTime();

    KernelMetrics(LagQueries queries, ParkedCounts parked, Readers readers, Instance<InboundHandler> handlers,
            EventSourcingConfig config, MeterRegistry registry) {
        this.handlers = handlers;
        this.every = config.sampling();
        this.registry = registry;
        this.samplers = List.of(horizon(queries), behind(queries), parked(parked), standingStill(readers),
                erasures(queries));
        registry.gauge("event.store.sample.age.seconds", this,
                metrics -> (System.nanoTime() - metrics.sampled) / 1_000_000_000.0);
    }

    private Sampler<Lag.Horizon> horizon(LagQueries queries) {
        return new Sampler<>("the horizon", queries::horizon,
                figure("event.store.horizon", "transactions",
                        "Transactions begun since the oldest open write transaction of the cluster",
                        horizon -> Stream.of(Row.of(Tags.empty(), horizon.transactions()))),
                figure("event.store.horizon.age", "seconds",
                        "How long the oldest open write transaction of the cluster has held readers back",
                        horizon -> Stream.of(Row.of(Tags.empty(), horizon.seconds()))));
    }

    private Sampler<List<Lag.Reader>> behind(LagQueries queries) {
        return new Sampler<>("projections and relay", queries::readers,
                figure("projection.lag", "seconds", "Age of the oldest event not yet projected",
                        lags -> ofKind("projection", "projection", lags)),
                figure("relay.lag", "seconds", "Age of the oldest event the relay has not passed",
                        lags -> ofKind("relay", "topic", lags)));
    }

    private static Stream<Row<?>> ofKind(String kind, String tag, List<Lag.Reader> lags) {
        return lags.stream().filter(reader -> reader.kind().equals(kind)).map(reader -> Row
                .of(Tags.of(tag, reader.name(), "shard", Integer.toString(reader.shard())), reader.seconds()));
    }

    private Sampler<Lag.Erasures> erasures(LagQueries queries) {
        return new Sampler<>("unpublished erasures", queries::erasures,
                figure("erasures.unpublished", null, "Erasures of personal data that only the database knows of",
                        erasures -> Stream.of(Row.of(Tags.empty(), erasures.unpublished()))),
                figure("erasures.unpublished.age", "seconds",
                        "Age of the oldest erasure of personal data that only the database knows of",
                        erasures -> Stream.of(Row.of(Tags.empty(), erasures.seconds()))));
    }

    private Sampler<List<Parked>> parked(ParkedCounts counts) {
        return new Sampler<>("parked records", counts::all,
                figure("inbox.parked.records", null, "Records that wait in the inbox; counted up to 10,000 a source",
                        all -> Stream.concat(noneParked(all),
                                all.stream().map(parked -> Row.of(source(parked.source()), parked.records())))),
                figure("inbox.halted.streams", null, "Streams that wait for an operator; counted up to 10,000 a source",
                        all -> Stream.concat(noneParked(all),
                                all.stream().map(parked -> Row.of(source(parked.source()), parked.streams())))));
    }

    /** Sources of which nothing is parked: a figure that is missing raises no alarm. */
    private Stream<Row<?>> noneParked(List<Parked> all) {
        return handlers.stream().map(InboundHandler::source)
                .filter(source -> all.stream().noneMatch(parked -> parked.source().equals(source)))
                .map(source -> Row.of(source(source), 0));
    }

    private static Tags source(String source) {
        return Tags.of("source", source);
    }

    private Sampler<Map<String, String>> standingStill(Readers readers) {
        return new Sampler<>("what stands still", readers::failures,
                figure("reader.standing.still", null,
                        "1 while a projection, the relay or leased work of this instance fails again and again",
                        failures -> readers.names().stream()
                                .map(name -> Row.of(Tags.of("reader", name), failures.containsKey(name) ? 1 : 0))));
    }

    private <T> Sampler.Figure<T> figure(String name, @Nullable String unit, String description,
            Sampler.Figure.Rows<T> rows) {
        return new Sampler.Figure<>(
                MultiGauge.builder(name).baseUnit(unit).description(description).register(registry), rows);
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::sample, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void sample() {
        // each for itself, also after one that failed
        if (samplers.stream().filter(sampler -> !sampler.sample()).count() == 0) {
            sampled = System.nanoTime();
        }
    }
}
