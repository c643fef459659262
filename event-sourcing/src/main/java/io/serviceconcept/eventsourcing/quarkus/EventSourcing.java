package io.serviceconcept.eventsourcing.quarkus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.ParkedRecords;
import io.serviceconcept.eventsourcing.PassingKeys;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StatePublishing;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.internal.CheckedSender;
import io.serviceconcept.eventsourcing.internal.ErasureLedger;
import io.serviceconcept.eventsourcing.internal.ErasurePublication;
import io.serviceconcept.eventsourcing.internal.GroupCommit;
import io.serviceconcept.eventsourcing.internal.IdempotencyRecords;
import io.serviceconcept.eventsourcing.internal.KafkaSender;
import io.serviceconcept.eventsourcing.internal.LagQueries;
import io.serviceconcept.eventsourcing.internal.OuterKeyRotation;
import io.serviceconcept.eventsourcing.internal.ParkedCounts;
import io.serviceconcept.eventsourcing.internal.PersonalKeys;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;
import io.serviceconcept.eventsourcing.internal.PostgresInbox;
import io.serviceconcept.eventsourcing.internal.PostgresParkedRecords;
import io.serviceconcept.eventsourcing.internal.PostgresSubjects;
import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.internal.Rebuilds;
import io.serviceconcept.eventsourcing.internal.RelayPositions;
import io.serviceconcept.eventsourcing.internal.StartupGuards;
import io.serviceconcept.eventsourcing.internal.WrappedPassingKeys;
import io.serviceconcept.eventsourcing.quarkus.EventSourcingConfig.PersonalDataConfig;

/** Puts the kernel together from the beans a service has: its event types, projections, publishing and leased work. */
@ApplicationScoped
class EventSourcing {

    private final AgroalDataSource dataSource;
    private final EventSourcingConfig config;
    private final String bootstrapServers;
    private final String application;
    private final Instance<Projection> projections;
    private final Instance<Publishing> publishing;
    private final Instance<LeasedWork> works;
    private final Instance<InboundHandler> handlers;
    private final Instance<StatePublishing> states;
    private final Signal signal = new Signal();
    private final KafkaSender kafka;
    private final Readers readers;
    private final PersonalKeys keys;
    private final PostgresSubjects subjects;
    private final GroupCommit store;
    private final Rebuilds rebuilds;
    private @Nullable Sender leaving;

    EventSourcing(AgroalDataSource dataSource, EventSourcingConfig config, EventTypes types,
            Instance<Projection> projections, Instance<Publishing> publishing, Instance<LeasedWork> works,
            Instance<InboundHandler> handlers, Instance<StatePublishing> states,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.config = config;
        this.bootstrapServers = bootstrapServers;
        this.application = application;
        this.projections = projections;
        this.publishing = publishing;
        this.works = works;
        this.handlers = handlers;
        this.states = states;
        List<Projection> inline = projections.stream().filter(Projection::inline).toList();
        this.keys = config.personalData().map(EventSourcing::keys).orElseGet(PersonalKeys::none);
        this.subjects = new PostgresSubjects(dataSource, keys);
        this.store = new GroupCommit(new PostgresEventStore(dataSource, types,
                type -> publishing.isResolvable() && publishing.get().publishes(type), inline,
                QuarkusTransaction::isActive, signal, keys), config.writers());
        this.kafka = new KafkaSender(bootstrapServers, Map.of());
        this.readers = new Readers(dataSource, store, signal, config.lease(), config.poll());
        this.rebuilds = new Rebuilds(dataSource, store, types, keys, signal, projections.stream().toList(), config.lease(),
                config.poll());
    }

    /** After Flyway, before anything is served or consumed. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        ErasureLedger ledger = config.personalData().map(this::ledger).orElse(null);
        StartupGuards guards = new StartupGuards(dataSource, bootstrapServers, config.failoverLosesNothing(), ledger,
                states());
        guards.checkSettings();
        // the consumer group of a service bears its name
        guards.checkRestored(publishing.stream().map(p -> new StartupGuards.Exchange(p.topic(), p.source(), application))
                .toList(), config.adoptRestored());
        subjects.check(config.personalData().flatMap(PersonalDataConfig::destroyedKeys).orElse(Set.of()));
        projections.forEach(readers::project);
        if (publishing.isResolvable()) {
            readers.relay(publishing.get(), sender(), config.relayShards());
        }
        readers.work(new IdempotencyRecords(dataSource));
        if (ledger != null) {
            readers.work(new OuterKeyRotation(dataSource, keys));
            readers.work(new ErasurePublication(dataSource, ledger, kafka));
        }
        works.forEach(readers::work);
        rebuilds.start();
    }

    private StatePublishing states() {
        return states.isResolvable() ? states.get() : StatePublishing.NONE;
    }

    private ErasureLedger ledger(PersonalDataConfig config) {
        return new ErasureLedger(config.erasuresTopic().orElse(application + "-erasures"), '/' + application,
                bootstrapServers, dataSource);
    }

    private static PersonalKeys keys(PersonalDataConfig config) {
        Map<String, String> outer = new HashMap<>();
        config.outerKeys().forEach((name, key) -> outer.put(name, key.get()));
        return PersonalKeys.of(outer, config.current(), config.hmacKey().get());
    }

    void stop(@Observes ShutdownEvent event) {
        rebuilds.close();
        readers.close();
        kafka.close();
        store.close();
    }

    @Produces
    @Singleton
    EventStore store() {
        return store;
    }

    @Produces
    @Singleton
    Subjects subjects() {
        return subjects;
    }

    @Produces
    @Singleton
    PassingKeys passingKeys() {
        return new WrappedPassingKeys(keys);
    }

    @Produces
    @Singleton
    Inbox inbox() {
        return new PostgresInbox(dataSource, signal, handlers.stream().toList());
    }

    @Produces
    @Singleton
    ParkedRecords parkedRecords() {
        return new PostgresParkedRecords(dataSource, signal, handlers.stream().toList());
    }

    @Produces
    @Singleton
    LagQueries lagQueries() {
        return new LagQueries(dataSource, readers);
    }

    @Produces
    @Singleton
    ParkedCounts parkedCounts() {
        return new ParkedCounts(dataSource);
    }

    @Produces
    @Singleton
    RelayPositions relayPositions() {
        return new RelayPositions(dataSource);
    }

    /** For events and states the same, so that the topic is looked at once. */
    @Produces
    @Singleton
    synchronized Sender sender() {
        if (leaving == null) {
            // who knows the states may be made of beans that want the sender, so it is looked for when it is needed
            leaving = publishing.isResolvable()
                    ? new CheckedSender(kafka, publishing.get(), sent -> states().lost(sent), bootstrapServers, dataSource)
                    : kafka;
        }
        return leaving;
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
