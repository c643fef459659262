package io.serviceconcept.slices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.internal.KafkaSender;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** Speaks for other services, and hears what they would hear. */
public final class Topics implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaSender sender;
    private final List<Heard> heard = new ArrayList<>();

    /** A record of this service as it arrives. */
    public record Heard(String organisation, String type, boolean sequenced, JsonNode data) {
    }

    public Topics() {
        String servers = System.getProperty(RealParts.BOOTSTRAP_SERVERS);
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000),
                new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("measurement-events").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        sender = new KafkaSender(servers, Map.of());
    }

    /** Everything of a type that an organisation published so far, in order of arrival. */
    public Stream<JsonNode> heard(Organisation organisation, String type) {
        consumer.poll(Duration.ofMillis(50)).forEach(received -> heard.add(new Heard(
                text(received.headers().lastHeader("ce_organisation")), text(received.headers().lastHeader("ce_type")),
                received.headers().lastHeader("ce_sequence") != null, json(received.value()))));
        return heard.stream().filter(h -> h.organisation().equals(organisation.name()) && h.type().equals(type))
                .map(Heard::data);
    }

    /** The verdict of the last edition on an objective in periods of a kind, as a consumer would keep it. */
    public String verdict(Organisation organisation, String objective, String periodKind) {
        return heard(organisation, "measurement.target-judged.v1")
                .filter(data -> data.path("objective").asText().equals(objective)
                        && data.at("/period/kind").asText().equals(periodKind))
                .max(Comparator.comparingInt((JsonNode data) -> data.path("edition").asInt())
                        .thenComparingLong(data -> data.path("revision").asLong()))
                .map(data -> data.path("verdict").asText() + (data.path("provisional").asBoolean() ? " provisional" : ""))
                .orElse("");
    }

    /** Publishes the first record of a stream of another service. */
    public void publish(Organisation organisation, String topic, String stream, String type, String data) {
        publish(organisation, topic, stream, type, data, Instant.now());
    }

    /** @param at when it happened */
    public void publish(Organisation organisation, String topic, String stream, String type, String data, Instant at) {
        sender.send(List.of(new OutboundEvent(topic, "/" + topic.replace("-events", "-service"), organisation.name(), stream,
                1L, UUID.randomUUID(), type, at, json(data.getBytes(StandardCharsets.UTF_8)),
                new Metadata("test", UUID.randomUUID(), null, null))));
    }

    /** Publishes a record that has no place in an order. */
    public void publishState(Organisation organisation, String topic, String source, String stream, String type,
            String data) {
        sender.send(List.of(new OutboundEvent(topic, source, organisation.name(), stream, null, UUID.randomUUID(), type,
                Instant.now(), json(data.getBytes(StandardCharsets.UTF_8)),
                new Metadata("test", UUID.randomUUID(), null, null))));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return EventTypes.json().readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        sender.close();
    }
}
