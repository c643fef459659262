package io.serviceconcept.eventsourcing;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who and what an event comes from.
 *
 * @param actor the subject of the token, or the name of the service that acted by itself
 * @param correlationId the same for everything that follows from one request
 * @param causationId the id of the event this one follows from, null when it follows from a request
 * @param traceparent the W3C trace context, so that a trace crosses Kafka
 */
public record Metadata(String actor, UUID correlationId, @Nullable UUID causationId, @Nullable String traceparent) {
}
