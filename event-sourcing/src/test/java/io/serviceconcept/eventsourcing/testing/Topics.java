package io.serviceconcept.eventsourcing.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.serviceconcept.eventsourcing.EventTypes;

/** Speaks on Kafka for other services, in the binary CloudEvents of their contracts. Data that is a text is JSON as it is. */
public final class Topics {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty(RealParts.BOOTSTRAP_SERVERS), "acks", "all"),
            new StringSerializer(), new ByteArraySerializer());

    private Topics() {
    }

    /** An event with its place in its stream. */
    public static void event(String topic, String organisation, String stream, long sequence, String type, Object data) {
        ProducerRecord<String, byte[]> record = record(topic, organisation, stream, type, data);
        header(record, "ce_sequence", Long.toString(sequence));
        send(record);
    }

    /** A state, which has no place: its revision says what counts. */
    public static void state(String topic, String organisation, String stream, String type, Object data) {
        send(record(topic, organisation, stream, type, data));
    }

    private static ProducerRecord<String, byte[]> record(String topic, String organisation, String stream, String type,
            Object data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, stream, json(data));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/" + topic.replace("-events", "-service"));
        header(record, "ce_type", type);
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_subject", stream);
        header(record, "ce_organisation", organisation);
        header(record, "ce_correlationid", UUID.randomUUID().toString());
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] json(Object data) {
        if (data instanceof String json) {
            return json.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return EventTypes.json().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
