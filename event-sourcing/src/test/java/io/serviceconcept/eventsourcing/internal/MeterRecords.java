package io.serviceconcept.eventsourcing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.internal.RecordingHandler.Place;

/** Records of a meter service, as Kafka brings them. */
record MeterRecords(StreamId meter) {

    static MeterRecords ofSomeMeter() {
        return new MeterRecords(StreamId.of("city-" + UUID.randomUUID(), "meter", UUID.randomUUID().toString()));
    }

    String organisation() {
        return meter.organisation();
    }

    ConsumerRecord<String, byte[]> installed(long sequence, String place) {
        return installed(sequence, id(sequence), place);
    }

    ConsumerRecord<String, byte[]> installed(long sequence, UUID id, String place) {
        return record(sequence, id, new Place(place));
    }

    ConsumerRecord<String, byte[]> poison(long sequence) {
        return record(sequence, id(sequence), java.util.List.of("not a place"));
    }

    ConsumerRecord<String, byte[]> state(UUID id, String place) {
        return record(null, id, new Place(place));
    }

    UUID id(long sequence) {
        return new UUID(meter.hashCode(), sequence);
    }

    private ConsumerRecord<String, byte[]> record(@Nullable Long sequence, UUID id, Object data) {
        Metadata metadata = new Metadata("ann", UUID.randomUUID(), null, null);
        return consumed(KafkaSender.record(new OutboundEvent("meter-events", "/meter-service", meter.organisation(),
                meter.name(), sequence, id, "meter.installed.v1", Instant.now(), data, metadata)),
                sequence == null ? 0 : sequence);
    }

    static ConsumerRecord<String, byte[]> consumed(ProducerRecord<String, byte[]> produced, long offset) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("meter-events", 0, offset, produced.key(),
                produced.value());
        produced.headers().forEach(record.headers()::add);
        return record;
    }

    /** The same record with another value of one header; null takes it out. */
    static ConsumerRecord<String, byte[]> with(ConsumerRecord<String, byte[]> record, String header,
            @Nullable String value) {
        record.headers().remove(header);
        if (value != null) {
            record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
