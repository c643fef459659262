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
 */
public record InboundEvent(String source, String organisation, String stream, @Nullable Long sequence, UUID id, String type,
        Instant time, byte[] data, @Nullable String traceparent) {

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
}
