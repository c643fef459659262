package io.serviceconcept.eventsourcing.quarkus;

import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.internal.RebuildStatus;
import io.serviceconcept.eventsourcing.internal.Rebuilds;

/** How far rebuilds are. Every instance tells what the database says, so they all tell the same. */
@ApplicationScoped
class RebuildMetrics {

    private final Rebuilds rebuilds;

    RebuildMetrics(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry, Instance<Projection> projections) {
        for (Projection projection : projections) {
            gauge(registry, projection, "projection.rebuild.progress.ratio",
                    "events done of events in the log; NaN when it was never rebuilt", RebuildStatus::progress);
            gauge(registry, projection, "projection.rebuild.running",
                    "1 from the request until the old rows are dropped", status -> status.state().over() ? 0 : 1);
            gauge(registry, projection, "projection.rebuild.events.per.second",
                    "events done in a second, on average over the last rebuild", RebuildStatus::eventsPerSecond);
            gauge(registry, projection, "projection.rebuild.followed.rows",
                    "rows queued since the last swap, because of the new rows", RebuildStatus::followedRows);
            gauge(registry, projection, "projection.rebuild.swap.seconds", "how long the last swap held the tables",
                    status -> status.lockedMillis() == null ? Double.NaN : status.lockedMillis() / 1000.0);
        }
    }

    private void gauge(MeterRegistry registry, Projection projection, String name, String description,
            ToDoubleFunction<RebuildStatus> value) {
        Gauge.builder(name, () -> of(rebuilds.seen(projection.name()), value)).tag("projection", projection.name())
                .description(description).strongReference(true).register(registry);
    }

    private static double of(@Nullable RebuildStatus status, ToDoubleFunction<RebuildStatus> value) {
        return status == null ? Double.NaN : value.applyAsDouble(status);
    }
}
