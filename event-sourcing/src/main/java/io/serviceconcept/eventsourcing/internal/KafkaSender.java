package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.Sender;

/** Sends with an idempotent producer and waits for all in-sync replicas. */
public final class KafkaSender implements Sender, AutoCloseable {

    private final Producer<String, byte[]> producer;

    public KafkaSender(String bootstrapServers, Map<String, Object> overrides) {
        Map<String, Object> settings = new java.util.HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                // an edition holds a whole concept; the topics allow as much
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000));
        settings.putAll(overrides);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void send(List<OutboundEvent> events) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(events.size());
        try {
            for (OutboundEvent event : events) {
                Future<RecordMetadata> acknowledgement = producer.send(record(event));
                if (acknowledgement.isDone()) {
                    // refused at once, as while no broker was ever found: what follows would leave a gap, and wait as long
                    acknowledgement.get();
                }
                acknowledgements.add(acknowledgement);
            }
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendFailed(e);
        } catch (ExecutionException | KafkaException e) {
            throw new SendFailed(e);
        }
    }

    /** The record as it is on the wire: a CloudEvent in binary mode. */
    public static ProducerRecord<String, byte[]> record(OutboundEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(event.topic(), event.stream(), data(event));
        Headers headers = record.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", event.id().toString());
        header(headers, "ce_source", event.source());
        header(headers, "ce_type", event.type());
        header(headers, "ce_time", event.time().toString());
        header(headers, "ce_subject", event.stream());
        header(headers, "ce_organisation", event.organisation());
        Long sequence = event.sequence();
        if (sequence != null) {
            header(headers, "ce_sequence", sequence.toString());
        }
        Metadata metadata = event.metadata();
        header(headers, "ce_correlationid", metadata.correlationId().toString());
        if (metadata.causationId() != null) {
            header(headers, "ce_causationid", metadata.causationId().toString());
        }
        if (metadata.traceparent() != null) {
            header(headers, "traceparent", metadata.traceparent());
        }
        header(headers, "content-type", "application/json");
        return record;
    }

    private static byte[] data(OutboundEvent event) {
        try {
            return EventTypes.json().writeValueAsBytes(event.data());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written: " + event.type(), e);
        }
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
