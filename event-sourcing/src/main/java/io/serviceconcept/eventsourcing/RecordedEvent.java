package io.serviceconcept.eventsourcing;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param version its place in its stream, from 1, without gaps
 * @param publicSequence its place among the public events of its stream, from 1, without gaps; null when it stays inside
 * @param event one of the records of the service's {@link EventTypes}
 */
public record RecordedEvent(UUID id, StreamId stream, long version, Position position, @Nullable Long publicSequence,
        Object event, Metadata metadata, Instant recordedAt) {
}
