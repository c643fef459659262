package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.internal.Visits.VisitEvent.Announced;
import io.serviceconcept.eventsourcing.internal.Visits.VisitEvent.Marked;
import io.serviceconcept.local.LocalKafka;
import io.serviceconcept.local.LocalPostgres;

/**
 * A word about a person goes every way an event can go, also the ways that fail, and is then looked for in every byte that
 * PostgreSQL, Kafka and this process have written. A word about a place goes the same ways and is found.
 */
class CanaryTest {

    private static final String CANARY = word();
    private static final String MARKER = word();
    private static final SubjectId ANN = SubjectId.random();

    @TempDir
    private static Path directory;
    private static LocalPostgres postgres;
    private static LocalKafka kafka;
    private static PGSimpleDataSource dataSource;
    private static CapturedLog log;

    private final PersonalKeys keys = Visits.keys("first");
    private final Signal signal = new Signal();
    private final PostgresEventStore store = new PostgresEventStore(dataSource, Visits.TYPES, Announced.class::equals,
            List.of(),
            () -> false, signal, keys);
    private final StreamId visit = StreamId.of("city", "visit", UUID.randomUUID().toString());

    private static String word() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @BeforeAll
    static void start() throws SQLException {
        log = CapturedLog.start();
        postgres = LocalPostgres.start(directory.resolve("postgres"), 0, Map.of("kernel", "kernel"));
        // the most talkative server there is: every statement with every parameter
        superuser("alter system set log_statement = 'all'");
        superuser("select pg_reload_conf()");
        kafka = LocalKafka.start(directory.resolve("kafka"), 0);
        kafka.createTopics(List.of("visit-events", "visit-leaks", "visit-erasures"));
        dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.jdbcUrl("kernel"));
        dataSource.setUser("kernel");
        dataSource.setPassword("kernel");
        Flyway.configure().dataSource(dataSource).locations("db/kernel").load().migrate();
        sql("create table refusing (word text check (word is null))");
        sql("create table marks (name text primary key, visits bigint not null, total bigint not null)");
    }

    @AfterAll
    static void stop() {
        log.stop();
        kafka.close();
        postgres.close();
    }

    private static void superuser(String statement) throws SQLException {
        try (Connection connection = postgres.superuser("kernel"); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String sql(String statement) {
        return Sql.call(dataSource, connection -> {
            try (Statement sql = connection.createStatement()) {
                if (!sql.execute(statement)) {
                    return "";
                }
                try (ResultSet row = sql.getResultSet()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    private static Marked marked(int mark) {
        Personal name = Personal.of(ANN, "Ann " + CANARY + " of the canal");
        return new Marked(mark, name, List.of(name, Personal.of(ANN, CANARY)));
    }

    @Test
    void aPersonalWordIsNowhereAndNobodyReadsItOnceErased() throws SQLException {
        everyWayIn();
        everyWayOn();
        String figure = figure("all");

        superuser("checkpoint");
        assertOnlyTheMarkerIsWritten();
        assertThat(read()).containsExactly(Optional.of(marked(9).visitor()), Optional.of(marked(4).visitor()));
        assertThat(readAlong()).contains("Ann " + CANARY + " of the canal", CANARY);

        PostgresSubjects subjects = new PostgresSubjects(dataSource, keys);
        subjects.erase("city", ANN);
        subjects.erase("city", subjects.of("city", "pseudonym " + CANARY));
        publishErasures();

        assertThat(read()).containsExactly(Optional.of(Personal.erased(ANN)), Optional.of(Personal.erased(ANN)));
        assertThat(readAlong()).isEmpty();
        List<String> revealedAgain = new CopyOnWriteArrayList<>();
        project(new Marks("again", revealedAgain));
        assertThat(revealedAgain).isEmpty();
        assertThat(figure("again")).isEqualTo(figure).isEqualTo("3 visits, 20 in all");
        superuser("checkpoint");
        assertOnlyTheMarkerIsWritten();
    }

    private void everyWayIn() {
        // stored
        assertThat(store.append(Append.to(context(), visit, 0, List.of(new Announced(MARKER), marked(9), marked(4)))))
                .isInstanceOf(AppendOutcome.Appended.class);
        StreamId created = StreamId.of("city", "visit", UUID.randomUUID().toString());
        try (GroupCommit coalescing = new GroupCommit(store, 1)) {
            assertThat(coalescing.create(context(), List.of(new EventStore.Creation(created, marked(7)),
                    new EventStore.Creation(created, marked(8))))).containsExactly(true, false);
            assertThat(coalescing.append(Append.to(context(), created, 0, List.of(marked(8)))))
                    .isInstanceOf(AppendOutcome.Conflict.class);
        }
        // refused
        assertThat(store.append(Append.to(context(), visit, 1, List.of(marked(1)))))
                .isInstanceOf(AppendOutcome.Conflict.class);
        // undone, by a row that fails in Java and by one that fails in SQL
        assertThatThrownBy(() -> failing(event -> {
            throw new IllegalStateException("cannot project " + event.event());
        }).append(Append.to(context(), visit, 3, List.of(new Announced(MARKER), marked(2))))).hasMessageContaining(MARKER);
        assertThatThrownBy(() -> failing(event -> insert("refusing", event)).append(Append.to(context(), visit, 3,
                List.of(new Announced(MARKER), marked(2))))).hasStackTraceContaining("Failing row contains");
        // undone, by the statement that stores events: the server says what it cannot take
        assertThatThrownBy(() -> store.append(Append.to(context(), visit, 3,
                List.of(marked(2), new Announced("\0" + MARKER), marked(2)))))
                .hasStackTraceContaining("cannot be converted to text");
    }

    private void publishErasures() {
        try (KafkaSender sender = new KafkaSender(kafka.bootstrapServers(), Map.of())) {
            new ErasurePublication(dataSource,
                    new ErasureLedger("visit-erasures", "/visit-service", kafka.bootstrapServers(), dataSource), sender).work();
        }
        assertThat(topic("visit-erasures")).hasSize(2);
        assertThat(new BytesOnDisk(ANN.value()).in(directory.resolve("kafka"))).as("ledger").isNotEmpty();
    }

    private interface Row {
        void write(RecordedEvent event) throws SQLException;
    }

    private EventStore failing(Row row) {
        return new PostgresEventStore(dataSource, Visits.TYPES, Announced.class::equals, List.of(projection("failing",
                events -> {
                    for (RecordedEvent event : events) {
                        row.write(event);
                    }
                })), () -> false, signal, keys);
    }

    private void insert(String table, RecordedEvent event) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into " + table + " values (?)")) {
            statement.setString(1, String.valueOf(event.event()));
            statement.executeUpdate();
        }
    }

    private void everyWayOn() {
        List<String> revealed = new CopyOnWriteArrayList<>();
        try (KafkaSender sender = new KafkaSender(kafka.bootstrapServers(), Map.of());
                Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(2), Duration.ofMillis(20))) {
            readers.project(projection("poisoned", events -> {
                throw new IllegalStateException("cannot project "
                        + events.stream().map(event -> event.stream() + " " + event.event()).toList());
            }));
            readers.project(projection("refused", events -> insert("refusing", events.getFirst())));
            readers.project(new Marks("all", revealed));
            readers.relay(publishing("visit-events", recorded -> recorded.event()), sender, 1);
            // a contract record that should never have been written like this
            readers.relay(publishing("visit-leaks", recorded -> List.of(MARKER, marked(1))), sender, 1);

            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                assertThat(readers.failures()).containsKeys("projection-poisoned", "projection-refused",
                        "relay-visit-leaks");
                assertThat(figure("all")).isEqualTo("3 visits, 20 in all");
                assertThat(topic("visit-events")).isNotEmpty();
            });
        }
        assertThat(revealed).contains(CANARY);
        assertThat(topic("visit-leaks")).isEmpty();
        new PostgresInbox(dataSource, signal, List.of(new Refusing())).receive(topic("visit-events"));
        assertThat(sql("select count(*) from inbox_parked")).isEqualTo("1");
    }

    private static final class Refusing implements InboundHandler {

        @Override
        public String source() {
            return "/visit-service";
        }

        @Override
        public void handle(Connection connection, InboundEvent event) {
            throw new IllegalArgumentException("cannot be used: " + event.type());
        }
    }

    private void project(Marks marks) {
        try (Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(2), Duration.ofMillis(20))) {
            readers.project(marks);
            await().atMost(Duration.ofSeconds(20)).until(() -> figure(marks.name()).startsWith("3 visits"));
        }
    }

    private static String figure(String name) {
        return sql("select coalesce(max(visits), 0) || ' visits, ' || coalesce(max(total), 0) || ' in all' from marks"
                + " where name = '" + name + "'");
    }

    private List<Optional<Personal>> read() {
        return store.read(visit, 1).stream().map(e -> Optional.of(((Marked) e.event()).visitor())).toList();
    }

    private List<String> readAlong() {
        List<String> revealed = new ArrayList<>();
        store.readAfter(Position.START, Slots.ALL, 1_000).forEach(recorded -> reveal(recorded, revealed));
        return revealed;
    }

    private static void reveal(RecordedEvent recorded, List<String> revealed) {
        if (recorded.event() instanceof Marked marked) {
            marked.visitor().reveal().ifPresent(revealed::add);
            marked.companions().forEach(companion -> companion.reveal().ifPresent(revealed::add));
        }
    }

    private static void assertOnlyTheMarkerIsWritten() {
        Path data = directory.resolve("postgres/data");
        BytesOnDisk marker = new BytesOnDisk(MARKER);
        assertThat(marker.in(data.resolve("base"))).as("data files").isNotEmpty();
        assertThat(marker.in(data.resolve("pg_wal"))).as("write-ahead log").isNotEmpty();
        assertThat(marker.in(directory.resolve("kafka"))).as("topics").isNotEmpty();
        assertThat(marker.in(directory.resolve("postgres"))).as("server log")
                .contains(directory.resolve("postgres/postgresql.log"));
        assertThat(log.text()).as("log of this process").contains(MARKER).contains("stands still", "is parked");

        BytesOnDisk canary = new BytesOnDisk(CANARY);
        assertThat(canary.in(directory)).isEmpty();
        assertThat(canary.isIn(log.text())).as("canary in the log of this process").isFalse();
    }

    private static List<ConsumerRecord<String, byte[]>> topic(String name) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition())).toList();
            consumer.assign(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(2)).forEach(found::add);
            return found;
        }
    }

    private interface Rows {
        void write(List<RecordedEvent> events) throws SQLException;
    }

    private static Projection projection(String name, Rows rows) {
        return new Projection() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
                rows.write(events);
            }
        };
    }

    /** A figure that rests on personal events, and does not need what is personal in them. */
    private record Marks(String name, List<String> revealed) implements Projection {

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into marks as m (name, visits, total) values (?, 1, ?)
                    on conflict (name) do update set visits = m.visits + 1, total = m.total + excluded.total
                    """)) {
                for (RecordedEvent recorded : events) {
                    reveal(recorded, revealed);
                    if (recorded.event() instanceof Marked marked) {
                        statement.setString(1, name);
                        statement.setLong(2, marked.mark());
                        statement.executeUpdate();
                    }
                }
            }
        }
    }

    private interface Contract {
        Object of(RecordedEvent recorded);
    }

    private static Publishing publishing(String topic, Contract contract) {
        return new Publishing() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public String source() {
                return "/visit-service";
            }

            @Override
            public boolean publishes(Class<?> eventType) {
                return eventType == Announced.class;
            }

            @Override
            public PublicEvent publish(RecordedEvent recorded) {
                return new PublicEvent("visit.announced.v1", contract.of(recorded));
            }
        };
    }
}
