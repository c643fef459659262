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
 * @param reason why it was done, in the words of whoever did it, 1-1,000 characters; null when none was given. It stays in the
 *        log: nothing that leaves carries it
 */
public record Metadata(String actor, UUID correlationId, @Nullable UUID causationId, @Nullable String traceparent,
        @Nullable String reason) {

    /** Of what is done without a word why. */
    public Metadata(String actor, UUID correlationId, @Nullable UUID causationId, @Nullable String traceparent) {
        this(actor, correlationId, causationId, traceparent, null);
    }

    /** The same, with why it was done. */
    public Metadata because(@Nullable String why) {
        return new Metadata(actor, correlationId, causationId, traceparent, why);
    }
}
