package io.serviceconcept.eventsourcing.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.local.LocalPostgres;

/** All processes under test: PostgreSQL, Kafka, a writer, two instances of readers and a consumer. */
final class Installation implements AutoCloseable {

    private static final Map<String, String> PASSWORDS = Map.of(Database.PRODUCER, Database.PRODUCER, Database.CONSUMER,
            Database.CONSUMER);

    private final Scenario scenario;
    private final Path data;
    private final Path logs;
    private final int kafkaPort;
    private final ChildProcess broker;
    private final ChildProcess writer;
    private final List<ChildProcess> readers;
    private final ChildProcess consumer;
    private final AgroalDataSource producerData;
    private final AgroalDataSource consumerData;
    private LocalPostgres postgres;
    private int leader;

    /** Starts nothing but PostgreSQL; {@link #start()} does the rest. */
    Installation(Scenario scenario, Path data, Path logs) throws IOException {
        this.scenario = scenario;
        this.data = data;
        this.logs = Files.createDirectories(logs);
        this.kafkaPort = freePort();
        this.broker = new ChildProcess("broker", BrokerProcess.class, logs);
        this.writer = new ChildProcess("writer", WriterProcess.class, logs);
        this.readers = List.of(new ChildProcess("readers-a", ReadersProcess.class, logs),
                new ChildProcess("readers-b", ReadersProcess.class, logs));
        this.consumer = new ChildProcess("consumer", ConsumerProcess.class, logs);
        this.postgres = LocalPostgres.start(data.resolve("postgres"), 0, PASSWORDS);
        this.producerData = Database.open(postgres.port(), Database.PRODUCER, 6);
        this.consumerData = Database.open(postgres.port(), Database.CONSUMER, 2);
        // a build that is stopped leaves no server behind
        Runtime.getRuntime().addShutdownHook(new Thread(() -> postgres.process().destroyForcibly(), "kill-postgres"));
    }

    /** Returns when events have come through from the writer to the consumer. */
    void start() throws SQLException {
        startBroker();
        Database.migrate(producerData);
        Database.migrate(consumerData);
        SeenProjection.createTables(producerData);
        ConsumerProcess.createTables(consumerData);
        TakeOvers.watch(producerData);
        awaitBroker();
        startReaders(0);
        // the first instance takes the leases before there is a second
        await(() -> readers.getFirst().hasSaid("reading"));
        startReaders(1);
        startConsumer();
        startWriter();
        await(() -> Progress.received(this) > 0 && Progress.projected(this) > 500);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    private String postgresPort() {
        return Integer.toString(postgres.port());
    }

    void startBroker() {
        broker.start(data.resolve("kafka").toString(), Integer.toString(kafkaPort));
    }

    void awaitBroker() {
        await(() -> broker.hasSaid("ready on"));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(condition);
    }

    void startReaders(int instance) {
        readers.get(instance).start(postgresPort(), kafka());
    }

    void startConsumer() {
        consumer.start(postgresPort(), kafka(), Integer.toString(scenario.sessionTimeout()));
    }

    void startWriter() {
        writer.start(postgresPort(), logs.toString(), Integer.toString(writer.lives() + 1),
                Integer.toString(scenario.largestAppend()), Integer.toString(scenario.pace()));
    }

    void killPostgres() {
        postgres.kill();
        postgres.close();
    }

    void startPostgres() {
        postgres = LocalPostgres.start(data.resolve("postgres"), postgres.port(), PASSWORDS);
    }

    LocalPostgres postgres() {
        return postgres;
    }

    ChildProcess broker() {
        return broker;
    }

    ChildProcess writer() {
        return writer;
    }

    ChildProcess consumer() {
        return consumer;
    }

    /** The instance that holds the leases; after it was killed or frozen it is the other. */
    int leader() {
        return leader;
    }

    ChildProcess readers(int instance) {
        return readers.get(instance);
    }

    /** Whether an instance of readers has started, and can take a lease. */
    boolean isReading(int instance) {
        return readers.get(instance).hasSaid("reading");
    }

    void leaderChanges() {
        leader = 1 - leader;
    }

    void assertAllRun() {
        writer.assertAlive();
        assertAllButWriterRun();
    }

    void assertAllButWriterRun() {
        broker.assertAlive();
        readers.forEach(ChildProcess::assertAlive);
        consumer.assertAlive();
    }

    AgroalDataSource producerData() {
        return producerData;
    }

    AgroalDataSource consumerData() {
        return consumerData;
    }

    Path logs() {
        return logs;
    }

    @Override
    public void close() {
        writer.close();
        consumer.close();
        readers.forEach(ChildProcess::close);
        broker.close();
        producerData.close();
        consumerData.close();
        postgres.close();
    }
}
