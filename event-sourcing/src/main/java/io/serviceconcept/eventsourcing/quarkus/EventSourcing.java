package io.serviceconcept.eventsourcing.quarkus;

import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.IdempotencyRecords;
import io.serviceconcept.eventsourcing.internal.KafkaSender;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;
import io.serviceconcept.eventsourcing.internal.PostgresInbox;
import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.internal.Rebuilds;
import io.serviceconcept.eventsourcing.internal.StartupGuards;

/** Puts the kernel together from the beans a service has: its event types, projections, publishing and leased work. */
@ApplicationScoped
class EventSourcing {

    private final AgroalDataSource dataSource;
    private final EventSourcingConfig config;
    private final Instance<Projection> projections;
    private final Instance<Publishing> publishing;
    private final Instance<LeasedWork> works;
    private final Signal signal = new Signal();
    private final KafkaSender sender;
    private final Readers readers;
    private final EventStore store;
    private final Rebuilds rebuilds;

    EventSourcing(AgroalDataSource dataSource, EventSourcingConfig config, EventTypes types,
            Instance<Projection> projections, Instance<Publishing> publishing, Instance<LeasedWork> works,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.dataSource = dataSource;
        this.config = config;
        this.projections = projections;
        this.publishing = publishing;
        this.works = works;
        List<Projection> inline = projections.stream().filter(Projection::inline).toList();
        this.store = new PostgresEventStore(dataSource, types,
                type -> publishing.isResolvable() && publishing.get().publishes(type), inline,
                QuarkusTransaction::isActive, signal);
        this.sender = new KafkaSender(bootstrapServers, Map.of());
        this.readers = new Readers(dataSource, store, signal, config.lease(), config.poll());
        this.rebuilds = new Rebuilds(dataSource, store, types, signal, projections.stream().toList(), config.lease(),
                config.poll());
    }

    /** After Flyway, before anything is served or consumed. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        StartupGuards.check(dataSource);
        projections.forEach(readers::project);
        if (publishing.isResolvable()) {
            readers.relay(publishing.get(), sender, config.relayShards());
        }
        readers.work(new IdempotencyRecords(dataSource));
        works.forEach(readers::work);
        rebuilds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rebuilds.close();
        readers.close();
        sender.close();
    }

    @Produces
    @Singleton
    EventStore store() {
        return store;
    }

    @Produces
    @Singleton
    Inbox inbox() {
        return new PostgresInbox(dataSource, signal);
    }

    @Produces
    @Singleton
    Sender sender() {
        return sender;
    }

    @Produces
    @Singleton
    Readers readers() {
        return readers;
    }

    @Produces
    @Singleton
    Rebuilds rebuilds() {
        return rebuilds;
    }
}
