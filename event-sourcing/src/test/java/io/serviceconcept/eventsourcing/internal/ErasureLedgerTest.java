package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.internal.Visits.marked;
import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StatePublishing;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.Subjects.Erasure;
import io.serviceconcept.eventsourcing.internal.Visits.VisitEvent.Marked;
import io.serviceconcept.local.LocalKafka;
import io.serviceconcept.local.LocalPostgres;

/** What was erased stays erased when the database is restored: its ledger lies in a topic. */
class ErasureLedgerTest {

    private static final String CITY = "city";
    private static final LocalPostgres POSTGRES = LocalPostgres.temporary("ledger");
    private static final LocalKafka KAFKA = LocalKafka.temporary();

    // of its own, as what one test publishes stays in the topic
    private final String topic = "visit-erasures-" + UUID.randomUUID();
    private final PGSimpleDataSource dataSource = dataSource();
    private final EventStore store = Visits.store(dataSource, Visits.keys("first"));
    private final PostgresSubjects subjects = new PostgresSubjects(dataSource, Visits.keys("first"));
    private final ErasureLedger ledger = ledger(topic, KAFKA.bootstrapServers());
    private final SubjectId ann = SubjectId.random();
    private final SubjectId ben = SubjectId.random();
    private final StreamId visit = StreamId.of(CITY, "visit", UUID.randomUUID().toString());

    private static PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("ledger"));
        dataSource.setUser("ledger");
        dataSource.setPassword(POSTGRES.password("ledger"));
        return dataSource;
    }

    private ErasureLedger ledger(String topic, String bootstrapServers) {
        return new ErasureLedger(topic, "/visit-service", bootstrapServers, dataSource);
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
        POSTGRES.close();
    }

    @BeforeEach
    void freshTables() {
        TestDatabase.execute(dataSource, "drop schema public cascade; create schema public");
        Flyway.configure().dataSource(dataSource).locations("db/kernel").load().migrate();
        KAFKA.createTopics(List.of(topic));
        // the cluster is known from now on
        checkRestored(ledger, "none");
    }

    private void checkRestored(ErasureLedger ledger, String adopt) {
        new StartupGuards(dataSource, KAFKA.bootstrapServers(), false, ledger, StatePublishing.NONE)
                .checkRestored(List.of(), adopt);
    }

    /** As an operator copies it from the refusal. */
    private String token() {
        return catchThrowableOfType(IllegalStateException.class, () -> checkRestored(ledger, "none")).getMessage()
                .replaceFirst(".*adopt-restored=(\\S+).*", "$1");
    }

    /** A copy of the files, within the same cluster: nothing tells it from the original but what it does not know. */
    private static void backUp() throws SQLException {
        superuser("drop database if exists backup", "create database backup owner ledger template ledger");
    }

    private static void restore() throws SQLException {
        superuser("drop database ledger with (force)", "create database ledger owner ledger template backup");
    }

    private static void superuser(String... statements) throws SQLException {
        try (Connection connection = POSTGRES.superuser("postgres"); Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private void inAnotherCluster() {
        TestDatabase.execute(dataSource, "update event_generation set system_identifier = system_identifier + 1");
    }

    private void append(Object... events) {
        assertThat(store.append(Append.to(context(), visit, store.read(visit, 0).size(), List.of(events))))
                .isInstanceOf(AppendOutcome.Appended.class);
    }

    private static Marked by(SubjectId subject, String name) {
        return marked(7, Personal.of(subject, name));
    }

    private List<Optional<String>> visitors() {
        return store.read(visit, 0).stream().map(e -> ((Marked) e.event()).visitor().reveal()).toList();
    }

    private void publish() {
        try (KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            publish(ledger, sender);
        }
    }

    private void publish(ErasureLedger ledger, Sender sender) {
        ErasurePublication publication = new ErasurePublication(dataSource, ledger, sender);
        while (publication.work()) {
            assertThat(unpublished()).isNotNegative();
        }
    }

    private long unpublished() {
        return Long.parseLong(TestDatabase.ask(dataSource,
                "select count(*) from subject_erasure where published_at is null").getFirst().getFirst());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String bootstrapServers, String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        new TopicReader(bootstrapServers).read(topic, TopicReader.ALL, all::addAll);
        return all;
    }

    private List<String> subjectsIn(String topic) {
        return records(KAFKA.bootstrapServers(), topic).stream().map(ConsumerRecord::key).toList();
    }

    private static List<Erasure> many(int count) {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        return Stream.iterate(0, i -> i + 1).limit(count)
                .map(i -> new Erasure(CITY, SubjectId.random(), first.plusSeconds(i))).toList();
    }

    @Test
    void whatWasErasedAfterTheBackupIsErasedAgainBeforeTheRestoredDatabaseIsTakenIntoUse() throws SQLException {
        append(by(ann, "Ann"), by(ben, "Ben"));
        backUp();
        subjects.erase(CITY, ann);
        publish();
        assertThatCode(() -> checkRestored(ledger, "none")).doesNotThrowAnyException();

        restore();
        assertThat(visitors()).containsExactly(Optional.of("Ann"), Optional.of("Ben"));
        assertThatIllegalStateException().isThrownBy(() -> checkRestored(ledger, "none"))
                .withMessageContaining("holds 1 erasures of personal data that it has lost")
                .withMessageContaining("adopt-restored=2-").withMessageNotContaining(ann.value());

        checkRestored(ledger, token());
        assertThat(visitors()).containsExactly(Optional.empty(), Optional.of("Ben"));
        assertThat(new Cluster(dataSource, false).generation()).isEqualTo(2);
        append(by(ann, "Ann, sent late"));
        assertThat(visitors()).endsWith(Optional.empty());
        assertThatCode(() -> checkRestored(ledger, "none")).doesNotThrowAnyException();
        assertThat(unpublished()).isZero();
    }

    @Test
    void whoCameBackKeepsWhatIsYounger() throws SQLException {
        append(by(ben, "Ben"), by(ann, "Ann"));
        subjects.erase(CITY, ben);
        subjects.readmit(CITY, ben);
        append(by(ben, "Ben again"));
        publish();
        backUp();
        subjects.erase(CITY, ann);
        publish();

        restore();
        checkRestored(ledger, token());

        assertThat(visitors()).containsExactly(Optional.empty(), Optional.empty(), Optional.of("Ben again"));
    }

    @Test
    void allOfALongLedgerIsApplied() throws SQLException {
        backUp();
        // more than is looked at to see that it was restored, and some of it twice
        List<Erasure> erasures = many(7_500);
        subjects.reapply(erasures);
        publish();
        TestDatabase.execute(dataSource,
                "update subject_erasure set published_at = null where erased_at < '2026-01-01T00:30:00Z'");
        publish();

        restore();
        checkRestored(ledger, token());

        assertThat(subjects.erasures(null, 10_000)).containsExactlyInAnyOrderElementsOf(erasures);
        assertThatCode(() -> checkRestored(ledger, "none")).doesNotThrowAnyException();
    }

    @Test
    void aRestoredDatabaseIsNotAdoptedWithoutItsLedger() throws IOException {
        inAnotherCluster();
        String token = token();

        ErasureLedger missing = ledger("no-such-topic", KAFKA.bootstrapServers());
        assertThatIllegalStateException().isThrownBy(() -> checkRestored(missing, token))
                .withMessageContaining("no-such-topic with the erasures of personal data is missing");
        ErasureLedger away = ledger(topic, "127.0.0.1:" + closedPort());
        assertThatIllegalStateException().isThrownBy(() -> checkRestored(away, token))
                .withMessageContaining("cannot be read");
        assertThat(new Cluster(dataSource, false).generation()).isEqualTo(1);

        checkRestored(ledger, token);
        assertThat(new Cluster(dataSource, false).generation()).isEqualTo(2);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aRecordThatCannotBeReadRefusesAnAdoptionAndNoOtherStart() {
        subjects.erase(CITY, ann);
        publish();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> empty = new ProducerRecord<>(topic, 0, ann.value(), "{}");
            records(KAFKA.bootstrapServers(), topic).getFirst().headers().forEach(empty.headers()::add);
            producer.send(empty);
            producer.send(new ProducerRecord<>(topic, 0, "somebody", null));
        }
        assertThatCode(() -> checkRestored(ledger, "none")).doesNotThrowAnyException();

        inAnotherCluster();
        assertThatIllegalStateException().isThrownBy(() -> checkRestored(ledger, token()))
                .withMessageContaining(topic + "-0 at ").withMessageContaining("is no erasure that this version can read");
    }

    @Test
    void whatATopicThatWasRestoredTooHasLostIsPublishedAgain() {
        subjects.erase(CITY, ann);
        publish();
        subjects.erase(CITY, ben);
        String other = topic + "-restored";
        KAFKA.createTopics(List.of(other));
        ErasureLedger restored = ledger(other, KAFKA.bootstrapServers());

        inAnotherCluster();
        checkRestored(restored, token());

        assertThat(unpublished()).isEqualTo(2);
        try (KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            publish(restored, sender);
        }
        assertThat(subjectsIn(other)).containsExactlyInAnyOrder(ann.value(), ben.value());
    }

    @Test
    void aTopicThatDoesNotKeepEverythingIsRefused() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            String forgetful = topic + "-forgetful";
            admin.createTopics(List.of(new NewTopic(forgetful, 1, (short) 1))).all().get();

            assertThatIllegalStateException()
                    .isThrownBy(() -> checkRestored(ledger(forgetful, KAFKA.bootstrapServers()), "none"))
                    .withMessage("the topic " + forgetful
                            + " may lose erasures of personal data: retention.ms = 604800000");
        }
    }

    @Test
    void theRecordHoldsWhoAndWhenAndNothingElse() {
        Erasure erasure = subjects.erase(CITY, ann);
        publish();

        assertThat(records(KAFKA.bootstrapServers(), topic)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(ann.value());
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"organisation\":\"city\",\"subject\":\""
                    + ann + "\",\"erasedAt\":\"" + erasure.erasedAt() + "\"}");
            assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .isEqualTo("subject.erased.v1");
        });
    }

    @Test
    void whatCommitsLateIsPublishedToo() throws SQLException {
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            ErasureRows.insert(late, List.of(new Erasure(CITY, ann, Instant.parse("2026-01-01T00:00:00Z"))));
            subjects.erase(CITY, ben);
            publish();
            assertThat(subjectsIn(topic)).containsExactly(ben.value());
            late.commit();
        }
        publish();

        assertThat(subjectsIn(topic)).containsExactlyInAnyOrder(ben.value(), ann.value());
    }

    @Test
    void whoeverDiesOverItLosesNothing() {
        subjects.erase(CITY, ann);
        Sender dyingBefore = records -> {
            throw new AssertionError("killed before it sent");
        };
        assertThatThrownBy(() -> publish(ledger, dyingBefore)).hasMessageContaining("killed");
        try (KafkaSender sender = new KafkaSender(KAFKA.bootstrapServers(), Map.of())) {
            Sender dyingAfter = records -> {
                sender.send(records);
                throw new AssertionError("killed after it sent");
            };
            assertThatThrownBy(() -> publish(ledger, dyingAfter)).hasMessageContaining("killed");
        }
        assertThat(unpublished()).isEqualTo(1);

        publish();
        assertThat(unpublished()).isZero();
        assertThat(subjectsIn(topic)).containsExactly(ann.value(), ann.value());
    }

    @Test
    void aProcessThatIsKilledAgainAndAgainLosesNothing(@TempDir Path directory) throws Exception {
        List<String> erased = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Process publishing = ErasurePublishingProcess.start(POSTGRES, "ledger", KAFKA.bootstrapServers(), topic,
                    directory.resolve("log"));
            try {
                int before = erased.size();
                await().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(40)).until(() -> {
                    assertThat(publishing.isAlive()).isTrue();
                    erased.add(subjects.erase(CITY, SubjectId.random()).subject().value());
                    return erased.size() - unpublished() > before + 20;
                });
            } finally {
                publishing.destroyForcibly().waitFor();
            }
        }
        publish();

        assertThat(unpublished()).isZero();
        assertThat(Set.copyOf(subjectsIn(topic))).isEqualTo(Set.copyOf(erased));
    }

    @Test
    void anOutageOfTheBrokerIsWaitedFor(@TempDir Path directory) {
        Signal signal = new Signal();
        LocalKafka broker = LocalKafka.start(directory, 0);
        broker.createTopics(List.of(topic));
        int port = broker.port();
        ErasureLedger ledger = ledger(topic, broker.bootstrapServers());
        try (KafkaSender sender = new KafkaSender(broker.bootstrapServers(),
                Map.of("max.block.ms", 500, "delivery.timeout.ms", 1_000, "request.timeout.ms", 500));
                Readers readers = new Readers(dataSource, store, signal, Duration.ofSeconds(2), Duration.ofMillis(20))) {
            readers.work(new ErasurePublication(dataSource, ledger, sender));
            LagQueries queries = new LagQueries(dataSource, readers);
            subjects.erase(CITY, ann);
            await().atMost(Duration.ofSeconds(20)).until(() -> queries.erasures().unpublished() == 0);

            broker.close();
            subjects.erase(CITY, ben);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(readers.failures()).containsKey("work-erasure-publication");
                assertThat(queries.erasures().seconds()).isGreaterThan(1);
            });
            assertThat(queries.erasures().unpublished()).isEqualTo(1);

            broker = LocalKafka.start(directory, port);
            await().atMost(Duration.ofSeconds(30)).until(() -> queries.erasures().unpublished() == 0);
            assertThat(queries.erasures().seconds()).isZero();
            assertThat(records(broker.bootstrapServers(), topic)).extracting(ConsumerRecord::key).contains(ann.value(),
                    ben.value());
        } finally {
            broker.close();
        }
    }

    @Test
    void nothingIsPublishedByWhoStartedWithoutTheBrokerAndHasLostErasures() throws SQLException {
        backUp();
        subjects.erase(CITY, ann);
        publish();
        restore();
        subjects.erase(CITY, ben);

        assertThatThrownBy(this::publish).hasMessageContaining("has lost 1 erasures of personal data");
        assertThat(subjectsIn(topic)).containsExactly(ann.value());
    }
}
