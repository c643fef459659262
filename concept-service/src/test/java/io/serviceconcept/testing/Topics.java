package io.serviceconcept.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.serviceconcept.eventsourcing.testing.RealParts;

/** Speaks on Kafka for the other services, in binary CloudEvents. */
public final class Topics {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty(RealParts.BOOTSTRAP_SERVERS), "acks", "all"),
            new StringSerializer(), new ByteArraySerializer());

    private Topics() {
    }

    /** An event with its place in its stream. */
    public static void event(String topic, String organisation, String stream, long sequence, String type, String json) {
        ProducerRecord<String, byte[]> event = cloudEvent(topic, organisation, stream, type, json);
        header(event, "ce_sequence", Long.toString(sequence));
        send(event);
    }

    /** A state: it has no place, its revision says what counts. */
    public static void state(String topic, String organisation, String stream, String type, String json) {
        send(cloudEvent(topic, organisation, stream, type, json));
    }

    private static ProducerRecord<String, byte[]> cloudEvent(String topic, String organisation, String stream, String type,
            String json) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, stream, json.getBytes(StandardCharsets.UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", UUID.randomUUID().toString());
        header(event, "ce_source", "/" + topic.replace("-events", "-service"));
        header(event, "ce_type", type);
        header(event, "ce_time", Instant.now().toString());
        header(event, "ce_subject", stream);
        header(event, "ce_organisation", organisation);
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(ProducerRecord<String, byte[]> event) {
        try {
            PRODUCER.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
