package io.serviceconcept.eventsourcing;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that waits in the inbox, without its data.
 *
 * @param source the CloudEvents source; {@code kafka:} and the topic when its headers cannot be read
 * @param stream its stream; the topic, partition and offset when its headers cannot be read
 * @param sequence its place in the stream; null for a state, and when its headers cannot be read
 * @param bytes the size of the data
 * @param halting whether its stream stands still until an operator has decided about it
 * @param reason why it was parked, for people
 */
public record ParkedRecord(UUID id, String source, String organisation, String stream, @Nullable Long sequence, UUID eventId,
        String type, Instant time, long bytes, boolean halting, String reason, Instant parkedAt) {
}
