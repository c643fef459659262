package io.serviceconcept.eventsourcing;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that another service published.
 *
 * @param source the CloudEvents source, for example {@code /concept-service}
 * @param stream the name of the stream it belongs to there
 * @param sequence its place among the public events of that stream, from 1; null for a state, which has a revision
 *        within its data instead and may be repeated or overtaken
 * @param data JSON as it was published
 * @param traceparent the W3C trace context of what caused it, null when it carried none
 * @param correlationId what everything that follows from one request has in common, null when it carried none
 */
public record InboundEvent(String source, String organisation, String stream, @Nullable Long sequence, UUID id, String type,
        Instant time, byte[] data, @Nullable String traceparent, @Nullable UUID correlationId) {

    /**
     * The data as a record that holds only the fields its reader uses.
     *
     * @throws IllegalArgumentException if the JSON is not of that shape
     */
    public <T> T as(Class<T> type) {
        try {
            return EventTypes.json().readValue(data, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read as " + type.getSimpleName() + ": " + this.type, e);
        }
    }

    /**
     * What an event or a record carries that follows from this one: the same correlation and trace, and this as its cause.
     *
     * @param actor the name of the service that acts by itself
     */
    public Metadata consequence(String actor) {
        return new Metadata(actor, correlationId == null ? id : correlationId, id, traceparent);
    }
}
