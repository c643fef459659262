package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static io.serviceconcept.eventsourcing.testing.Readings.reads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StatePublishing;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.internal.StartupGuards.Exchange;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;
import io.serviceconcept.local.LocalKafka;
import io.serviceconcept.local.LocalPostgres;

/** Each test has databases of its own: what is restored here must not be seen elsewhere. */
class StartupGuardsTest {

    private static final LocalPostgres POSTGRES = LocalPostgres.temporary("guarded");
    private static final LocalKafka KAFKA = LocalKafka.temporary("guarded-events");

    // of its own, as what one test publishes stays in the topic
    private final String source = "/guarded-" + UUID.randomUUID();
    private final List<Exchange> exchanges = List.of(new Exchange("guarded-events", source, "guarded"));
    private final DataSource dataSource = dataSource();
    private final EventStore store = new PostgresEventStore(dataSource, Readings.TYPES, MeterEvent.Installed.class::equals,
            List.of(), () -> false, new Signal());
    private final StreamId meter = StreamId.of("city", "meter", UUID.randomUUID().toString());

    private static DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("guarded"));
        dataSource.setUser("guarded");
        dataSource.setPassword(POSTGRES.password("guarded"));
        return dataSource;
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
        POSTGRES.close();
    }

    @BeforeEach
    void freshTables() throws SQLException {
        execute("drop schema public cascade; create schema public");
        Flyway.configure().dataSource(dataSource).locations("db/kernel").load().migrate();
    }

    private StartupGuards guards() {
        return new StartupGuards(dataSource, KAFKA.bootstrapServers(), false);
    }

    /** As an operator copies it from the refusal. */
    private String token() {
        String refusal = catchThrowableOfType(IllegalStateException.class,
                () -> guards().checkRestored(exchanges, "none")).getMessage();
        return refusal.replaceFirst(".*adopt-restored=(\\S+).*", "$1");
    }

    private static Append install(StreamId meter, long version) {
        return Append.to(context(), meter, version, List.of(new MeterEvent.Installed("cellar")));
    }

    @Test
    void aDatabaseThatKeepsItsPromisesIsAccepted() {
        assertThatCode(() -> guards().checkSettings()).doesNotThrowAnyException();
        assertThatCode(() -> guards().checkRestored(exchanges, "none")).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseInAYoungerClusterIsRefusedUntilAdoptedAndThenNothingIsHidden() throws SQLException {
        store.append(Append.to(context(), meter, 0, reads(1, 2)));
        execute("update event set tx = '9000000000000'");
        assertThatThrownBy(() -> guards().checkRestored(exchanges, "none")).hasMessageContaining("restored")
                .hasMessageContaining("adopt-restored=2-");

        guards().checkRestored(exchanges, token());
        store.append(Append.to(context(), meter, 2, reads(3)));

        assertThat(store.readAfter(Position.START, Slots.ALL, 10)).extracting(RecordedEvent::version).containsExactly(1L,
                2L, 3L);
        assertThatCode(() -> guards().checkRestored(exchanges, "none")).doesNotThrowAnyException();
    }

    @Test
    void theTokenOfOneRestoreAdoptsNoOther() throws SQLException {
        store.append(Append.to(context(), meter, 0, reads(1)));
        execute("update event set tx = '9000000000000'");
        String first = token();
        guards().checkRestored(exchanges, first);
        assertThatCode(() -> guards().checkRestored(exchanges, first)).doesNotThrowAnyException();

        // a copy of before the adoption, on another cluster
        execute("update event_generation set generation = 1, system_identifier = system_identifier + 1");

        assertThatThrownBy(() -> guards().checkRestored(exchanges, first)).hasMessageContaining("another cluster");
    }

    @Test
    void anotherClusterOrTimelineIsRefused() throws SQLException {
        guards().checkRestored(exchanges, "none");
        execute("update event_generation set system_identifier = system_identifier + 1");
        assertThatThrownBy(() -> guards().checkRestored(exchanges, "none")).hasMessageContaining("another cluster");

        execute("update event_generation set system_identifier = system_identifier - 1, timeline = 0");
        assertThatThrownBy(() -> guards().checkRestored(exchanges, "none")).hasMessageContaining("timeline");
        assertThatCode(() -> new StartupGuards(dataSource, KAFKA.bootstrapServers(), true).checkRestored(exchanges, "none"))
                .doesNotThrowAnyException();
    }

    @Test
    void aTopicThatIsAheadOfTheLogNamesWhatWasLostAndIsAskedAboutOnce() throws SQLException {
        store.append(install(meter, 0));
        store.append(install(meter, 1));
        publish(store.read(meter, 0));
        assertThatCode(() -> guards().checkRestored(exchanges, "none")).doesNotThrowAnyException();

        // as a copy of the files from before the second event would be
        execute("delete from event where version = 2 and stream = '" + meter.name() + "'");
        assertThatThrownBy(() -> guards().checkRestored(exchanges, "none")).hasMessageContaining(meter.name() + " #2")
                .hasMessageContaining("consumers that have them: none");

        guards().checkRestored(exchanges, token());
        assertThatCode(() -> guards().checkRestored(exchanges, "none")).doesNotThrowAnyException();
    }

    @Test
    void whatALateRelayRepeatedDoesNotHideWhatWasLost() throws SQLException {
        store.append(install(meter, 0));
        store.append(install(meter, 1));
        publish(store.read(meter, 0));
        publish(store.read(meter, 0).subList(0, 1));

        execute("delete from event where version = 2 and stream = '" + meter.name() + "'");

        assertThatThrownBy(() -> guards().checkRestored(exchanges, "none")).hasMessageContaining(meter.name() + " #2");
    }

    @Test
    void whoeverHasReadWhatWasLostIsNamedAndTheServicesOwnGroupReadsEverythingAgain() throws Exception {
        store.append(install(meter, 0));
        store.append(install(meter, 1));
        publish(store.read(meter, 0));
        String own = "guarded-" + UUID.randomUUID();
        String late = "late-" + UUID.randomUUID();
        readAll(own);
        List<Exchange> ours = List.of(new Exchange("guarded-events", source, own));
        execute("delete from event where version = 2 and stream = '" + meter.name() + "'");

        String refusal = catchThrowableOfType(IllegalStateException.class, () -> guards().checkRestored(ours, "none"))
                .getMessage();
        assertThat(refusal).contains("consumers that have them: ").contains(own).doesNotContain(late);

        guards().checkRestored(ours, refusal.replaceFirst(".*adopt-restored=(\\S+).*", "$1"));
        assertThat(offsets(own)).isNotEmpty().containsOnly(0L);
    }

    /** Reads the topic to its end as a consumer of a group does that is stopped then. */
    private static void readAll(String group) {
        Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "group.id", group,
                "enable.auto.commit", false);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("guarded-events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.commitSync(consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))));
        }
    }

    private static List<Long> offsets(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .map(OffsetAndMetadata::offset).toList();
        }
    }

    @Test
    void whoFindsTheBrokerLateSendsNothingWhenTheTopicIsAhead() throws SQLException {
        store.append(install(meter, 0));
        store.append(install(meter, 1));
        publish(store.read(meter, 0));
        List<OutboundEvent> sent = new ArrayList<>();
        execute("delete from event where version = 2 and stream = '" + meter.name() + "'");

        Sender late = checked(sent, StatePublishing.NONE);
        assertThatThrownBy(() -> late.send(List.of(state(1)))).hasMessageContaining("restored")
                .hasMessageContaining(meter.name() + " #2");
        assertThatThrownBy(() -> late.send(List.of(state(1)))).hasMessageContaining("restored");
        assertThat(sent).isEmpty();

        guards().checkRestored(exchanges, token());
        late.send(List.of(state(1)));
        assertThat(sent).hasSize(1);
    }

    @Test
    void aStateWithARevisionThatConsumersHaveSeenIsNotSent() {
        OutboundEvent seen = state(7);
        try (KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            sender.send(List.of(seen));
        }
        List<OutboundEvent> sent = new ArrayList<>();

        assertThatThrownBy(() -> checked(sent, states -> states).send(List.of(state(3)))).hasMessageContaining("restored")
                .hasMessageContaining("state");
        assertThat(sent).isEmpty();
        checked(sent, states -> List.of()).send(List.of(state(8)));
        assertThat(sent).hasSize(1);
    }

    private Sender checked(List<OutboundEvent> sent, StatePublishing states) {
        return new CheckedSender(sent::addAll, new Guarded(source), states, KAFKA.bootstrapServers(), dataSource);
    }

    private OutboundEvent state(long revision) {
        return new OutboundEvent("guarded-events", source, "city", meter.name(), null, UUID.randomUUID(), "meter.state.v1",
                Instant.now(), Map.of("revision", revision), context().metadata());
    }

    private record Guarded(String source) implements Publishing {

        @Override
        public String topic() {
            return "guarded-events";
        }

        @Override
        public boolean publishes(Class<?> eventType) {
            return eventType == MeterEvent.Installed.class;
        }

        @Override
        public PublicEvent publish(RecordedEvent recorded) {
            return new PublicEvent("meter.installed.v1", recorded.event());
        }
    }

    private void publish(List<RecordedEvent> events) {
        try (KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            sender.send(events.stream().map(e -> new OutboundEvent("guarded-events", source, e.stream().organisation(),
                    e.stream().name(), e.publicSequence(), e.id(), "meter.installed.v1", Instant.now(), e.event(),
                    e.metadata())).toList());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
