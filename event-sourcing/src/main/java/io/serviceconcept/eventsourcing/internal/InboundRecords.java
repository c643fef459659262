package io.serviceconcept.eventsourcing.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.InboundEvent;

/**
 * Reads CloudEvents in binary mode. Whatever the headers hold, what is read can be stored: texts are of limited length and
 * have no NUL, times lie in years that PostgreSQL knows.
 */
final class InboundRecords {

    /** The source of records whose headers cannot be read; no CloudEvent may claim it. */
    private static final String UNREADABLE = "kafka:";
    /** No organisation is called so. */
    private static final String NOBODY = "-";
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private InboundRecords() {
    }

    /**
     * A record of Kafka.
     *
     * @param unreadable what is wrong with its headers; then the event only says where the record is
     */
    record Arrived(InboundEvent event, @Nullable String unreadable) {
    }

    static Arrived read(ConsumerRecord<String, byte[]> record) {
        try {
            return new Arrived(event(record), null);
        } catch (IllegalArgumentException e) {
            return new Arrived(place(record), String.valueOf(e.getMessage()));
        }
    }

    static boolean isUnreadable(InboundEvent event) {
        return event.source().startsWith(UNREADABLE);
    }

    private static InboundEvent event(ConsumerRecord<String, byte[]> record) {
        String source = text(record, "ce_source", 200);
        if (source.startsWith(UNREADABLE)) {
            throw new IllegalArgumentException("the header ce_source is not that of a service");
        }
        return new InboundEvent(source, text(record, "ce_organisation", 100), text(record, "ce_subject", 200),
                sequence(record), uuid(required(record, "ce_id"), "ce_id"), text(record, "ce_type", 200), time(record),
                value(record), traceparent(record), correlationId(record));
    }

    /** An event that stands for the place in Kafka; the same each time it is read. */
    private static InboundEvent place(ConsumerRecord<String, byte[]> record) {
        String place = record.topic() + '-' + record.partition() + '@' + record.offset();
        return new InboundEvent(UNREADABLE + record.topic(), NOBODY, place, null,
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)), "unreadable",
                Instant.ofEpochMilli(Math.max(0, record.timestamp())), value(record), null, null);
    }

    private static byte[] value(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static @Nullable Long sequence(ConsumerRecord<String, byte[]> record) {
        String text = header(record, "ce_sequence");
        if (text == null) {
            return null;
        }
        try {
            long sequence = Long.parseLong(text);
            if (sequence > 0 && sequence < Long.MAX_VALUE) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("the header ce_sequence is not a number from 1");
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        try {
            Instant time = Instant.parse(required(record, "ce_time"));
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException("the header ce_time is not an instant of the years 1-9999");
    }

    /** Context is for following a request: without it, or with a broken one, the record has its effect all the same. */
    private static @Nullable String traceparent(ConsumerRecord<String, byte[]> record) {
        String text = header(record, "traceparent");
        return text != null && TRACEPARENT.matcher(text).matches() ? text : null;
    }

    private static @Nullable UUID correlationId(ConsumerRecord<String, byte[]> record) {
        String text = header(record, "ce_correlationid");
        try {
            return text == null ? null : uuid(text, "ce_correlationid");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static UUID uuid(String text, String name) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the header " + name + " is not a UUID", e);
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name, int longest) {
        String value = required(record, name);
        if (value.length() > longest || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the header " + name + " is longer than " + longest + " or holds NUL");
        }
        return value;
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
