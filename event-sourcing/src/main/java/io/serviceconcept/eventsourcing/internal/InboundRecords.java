package io.serviceconcept.eventsourcing.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.InboundEvent;

/** Reads CloudEvents in binary mode. */
final class InboundRecords {

    private InboundRecords() {
    }

    /**
     * @throws IllegalArgumentException if a header that every CloudEvent of ours has is missing or malformed
     */
    static InboundEvent read(ConsumerRecord<String, byte[]> record) {
        String sequence = header(record, "ce_sequence");
        try {
            return new InboundEvent(required(record, "ce_source"), required(record, "ce_organisation"),
                    required(record, "ce_subject"), sequence == null ? null : Long.valueOf(sequence),
                    UUID.fromString(required(record, "ce_id")), required(record, "ce_type"),
                    Instant.parse(required(record, "ce_time")), record.value() == null ? new byte[0] : record.value(),
                    header(record, "traceparent"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("ce_time is not an instant", e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
