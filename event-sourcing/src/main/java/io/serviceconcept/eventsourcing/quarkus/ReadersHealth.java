package io.serviceconcept.eventsourcing.quarkus;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.internal.Rebuilds;
import io.smallrye.health.api.Wellness;

/**
 * Down while a projection, its rebuild, the relay or leased work stands still. A restart would not help, so it is not liveness.
 */
@Wellness
@ApplicationScoped
class ReadersHealth implements HealthCheck {

    private final Readers readers;
    private final Rebuilds rebuilds;

    ReadersHealth(Readers readers, Rebuilds rebuilds) {
        this.readers = readers;
        this.rebuilds = rebuilds;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> failures = new LinkedHashMap<>(readers.failures());
        failures.putAll(rebuilds.failures());
        HealthCheckResponseBuilder response = HealthCheckResponse.named("projections and relay").status(failures.isEmpty());
        failures.keySet().forEach(name -> response.withData(name, "stands still, see the log"));
        return response.build();
    }
}
