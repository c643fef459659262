package io.serviceconcept.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/**
 * A real Kafka broker in this JVM: one KRaft node that is broker and controller.
 *
 * <p>
 * It listens on 127.0.0.1 alone. What is in the directory is kept over restarts. Topics are made by name only
 * ({@link #createTopics}): a misspelt topic is an error, not a new topic.
 */
public final class LocalKafka implements AutoCloseable {

    /** The partitions of every topic of the platform. */
    public static final int PARTITIONS = 6;

    private static final int NODE = 1;
    private static final int ATTEMPTS_WITH_FREE_PORTS = 5;

    private static final CompletableFuture<String> FAILURE = new CompletableFuture<>();

    private final KafkaRaftServer server;
    private final int port;
    private final Runnable afterClose;
    private boolean closed;

    private LocalKafka(KafkaRaftServer server, int port, Runnable afterClose) {
        this.server = server;
        this.port = port;
        this.afterClose = afterClose;
    }

    /**
     * Starts a broker whose data stays; returns when it serves.
     *
     * @param directory where the logs live; made if missing
     * @param port the TCP port; 0 for a free one
     * @throws IllegalStateException when the broker does not start
     */
    public static LocalKafka start(Path directory, int port) {
        return start(directory, port, () -> {
        });
    }

    /** Starts a broker of a free port with these topics, whose data is deleted with {@link #close()} or with the JVM. */
    public static LocalKafka temporary(String... topics) {
        Path directory = Directories.temporary("kafka");
        LocalKafka kafka = start(directory, 0, () -> Directories.delete(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "close-kafka"));
        kafka.createTopics(List.of(topics));
        return kafka;
    }

    private static LocalKafka start(Path directory, int port, Runnable afterClose) {
        Logs.quieten("kafka", "org.apache.kafka", "state.change.logger");
        // These two warn of what every start and stop does.
        Logs.silence("org.apache.kafka.controller.QuorumController");
        Logs.silence("org.apache.kafka.clients.NetworkClient");
        // A broker that cannot go on ends its JVM: that is for the owner of the JVM to decide.
        Exit.setExitProcedure((status, message) -> FAILURE.complete(String.valueOf(message)));
        Exit.setHaltProcedure((status, message) -> FAILURE.complete(String.valueOf(message)));
        Path log = Directories.create(directory);
        format(log);
        for (int attempt = 1;; attempt++) {
            int chosen = Ports.orFree(port);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(configuration(log, chosen), false), Time.SYSTEM);
            try {
                server.startup();
                return new LocalKafka(server, chosen, afterClose);
            } catch (RuntimeException e) {
                server.shutdown();
                // Between choosing a free port and binding it someone else can take it.
                if (port != 0 || attempt == ATTEMPTS_WITH_FREE_PORTS) {
                    throw new IllegalStateException("Kafka did not start: " + e.getMessage(), e);
                }
            }
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Completes, with what is known of the cause, when a broker of this JVM fails beyond repair while it runs. */
    static CompletableFuture<String> failure() {
        return FAILURE;
    }

    /** Makes the topics that are missing as the platform has them: {@value #PARTITIONS} partitions that keep everything. */
    public void createTopics(Collection<String> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = topics.stream().filter(topic -> !present.contains(topic))
                    .map(LocalKafka::keepingEverything).toList();
            admin.createTopics(missing).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topics " + topics + " cannot be made: " + e.getMessage(), e);
            }
        }
    }

    /** Stops the broker. Closing twice is fine. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        afterClose.run();
    }

    private static NewTopic keepingEverything(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
    }

    private static void format(Path log) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's directory " + log + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> configuration(Path log, int port) {
        int controllerPort = Ports.free();
        Map<String, String> configuration = new HashMap<>();
        configuration.put("process.roles", "broker,controller");
        configuration.put("node.id", Integer.toString(NODE));
        configuration.put("log.dirs", log.toString());
        configuration.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        configuration.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        configuration.put("controller.listener.names", "CONTROLLER");
        configuration.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        configuration.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        configuration.put("auto.create.topics.enable", "false");
        // an adopted edition holds a whole concept
        configuration.put("message.max.bytes", "8388608");
        // One node: nothing can be replicated, and no group waits for members of other machines.
        configuration.put("default.replication.factor", "1");
        configuration.put("min.insync.replicas", "1");
        configuration.put("offsets.topic.replication.factor", "1");
        configuration.put("offsets.topic.num.partitions", "3");
        configuration.put("transaction.state.log.replication.factor", "1");
        configuration.put("transaction.state.log.min.isr", "1");
        configuration.put("transaction.state.log.num.partitions", "3");
        configuration.put("share.coordinator.state.topic.replication.factor", "1");
        configuration.put("share.coordinator.state.topic.min.isr", "1");
        configuration.put("share.coordinator.state.topic.num.partitions", "3");
        configuration.put("group.initial.rebalance.delay.ms", "0");
        // A broker of one machine shares its JVM: small buffers, few threads.
        configuration.put("log.cleaner.dedupe.buffer.size", "4194304");
        configuration.put("num.network.threads", "2");
        configuration.put("num.io.threads", "4");
        configuration.put("background.threads", "2");
        return configuration;
    }
}
