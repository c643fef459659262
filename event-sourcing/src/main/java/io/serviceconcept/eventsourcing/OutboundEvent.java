package io.serviceconcept.eventsourcing;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A contract record on its way to a topic, as a CloudEvent in binary mode keyed by its stream.
 *
 * @param sequence its place among the public events of the stream, from 1; null for a state that carries a revision
 * @param data a record whose JSON is described by a schema in the service's contracts
 */
public record OutboundEvent(String topic, String source, String organisation, String stream, @Nullable Long sequence, UUID id,
        String type, Instant time, Object data, Metadata metadata) {
}
