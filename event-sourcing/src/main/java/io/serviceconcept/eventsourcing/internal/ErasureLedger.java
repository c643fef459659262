package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import javax.sql.DataSource;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.Subjects.Erasure;

/**
 * The topic that keeps the erasures of a service outside its database, and what it tells a database that was restored. It
 * holds everything, some of it more than once; applying an erasure again changes nothing, so neither number nor order
 * matter.
 */
public final class ErasureLedger {

    /** The wire name; its data is an {@link Erasure}. */
    static final String TYPE = "subject.erased.v1";

    /** How far back each partition is looked through for what the database does not know. */
    private static final long RECORDS = 1_000;

    private static final Map<String, String> KEEPS_EVERYTHING = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE, TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private static final Logger LOG = Logger.getLogger(ErasureLedger.class);

    private final String topic;
    private final String source;
    private final TopicReader topics;
    private final DataSource dataSource;

    /** @param source the CloudEvents source of the service */
    public ErasureLedger(String topic, String source, String bootstrapServers, DataSource dataSource) {
        this.topic = topic;
        this.source = source;
        this.topics = new TopicReader(bootstrapServers);
        this.dataSource = dataSource;
    }

    String topic() {
        return topic;
    }

    /** What is sent for an erasure: each time the same id. */
    OutboundEvent record(Erasure erasure) {
        UUID id = UUID.nameUUIDFromBytes((erasure.organisation() + ' ' + erasure.subject() + ' ' + erasure.erasedAt())
                .getBytes(StandardCharsets.UTF_8));
        return new OutboundEvent(topic, source, erasure.organisation(), erasure.subject().value(), null, id, TYPE,
                erasure.erasedAt(), erasure, new Metadata(source, id, null, null));
    }

    /**
     * Erasures at the end of the topic that the database does not know, the oldest first. They were committed before they
     * were sent, so the database has lost them. What it has lost was sent last, so the end is enough to look at.
     *
     * @throws KafkaException when the topic is missing or the broker does not answer
     */
    SortedSet<Erasure> unknown() {
        SortedSet<Erasure> last = new TreeSet<>(ErasureRows.ORDER);
        // what cannot be read here refuses an adoption, and nobody else's start
        boolean exists = topics.read(topic, RECORDS,
                records -> records.forEach(record -> read(record).ifPresent(last::add)));
        if (!exists) {
            throw new UnknownTopicOrPartitionException("the topic is missing, and no erasure is kept outside this database");
        }
        if (!last.isEmpty()) {
            last.removeAll(Sql.call(dataSource, connection -> ErasureRows.known(connection, List.copyOf(last))));
        }
        return last;
    }

    /** The settings by which the topic would lose erasures one day; none when the broker does not say. */
    List<String> wrongSettings() {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(topics.settings())) {
            return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                    .flatMap(config -> config.entries().stream())
                    .filter(entry -> KEEPS_EVERYTHING.containsKey(entry.name()))
                    .filter(entry -> !entry.value().equals(KEEPS_EVERYTHING.get(entry.name())))
                    .map(entry -> entry.name() + " = " + entry.value()).sorted().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            LOG.warnf("whether the topic %s keeps everything is not known: %s", topic, e.getCause());
            return List.of();
        }
    }

    /**
     * Applies everything in the topic. What is in the database and not in the topic, which may have been restored too, will
     * be published again.
     *
     * @throws IllegalStateException when not all of it can be read: what was erased would be readable again
     */
    void replay() {
        try {
            Sql.call(dataSource, connection -> Sql.transaction(connection, ErasureRows::unpublish));
            boolean exists = topics.read(topic, TopicReader.ALL, this::apply);
            if (!exists) {
                throw new IllegalStateException("the topic " + topic + " with the erasures of personal data is missing: "
                        + "what was erased after the backup would be readable again");
            }
        } catch (KafkaException e) {
            throw new IllegalStateException("the erasures of personal data in the topic " + topic + " cannot be read, and "
                    + "what was erased after the backup would be readable again: " + e.getMessage(), e);
        }
    }

    private void apply(List<ConsumerRecord<String, byte[]>> records) {
        List<Erasure> erasures = records.stream().map(record -> read(record).orElseThrow(() -> new IllegalStateException(
                "the record of " + topic + '-' + record.partition() + " at " + record.offset()
                        + " is no erasure that this version can read")))
                .toList();
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            int forgotten = ErasureRows.reapply(c, erasures);
            ErasureRows.published(c, erasures);
            return forgotten;
        }));
    }

    private static Optional<Erasure> read(ConsumerRecord<String, byte[]> record) {
        InboundEvent event = InboundRecords.read(record).event();
        try {
            if (event.type().equals(TYPE)) {
                return Optional.ofNullable(EventTypes.json().readValue(event.data(), Erasure.class)).filter(
                        erasure -> erasure.organisation() != null && erasure.subject() != null && erasure.erasedAt() != null);
            }
        } catch (IOException e) {
            LOG.debugf(e, "the record of %s-%d at %d cannot be read", record.topic(), record.partition(), record.offset());
        }
        return Optional.empty();
    }
}
