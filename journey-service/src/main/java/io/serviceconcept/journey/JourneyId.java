package io.serviceconcept.journey;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.serviceconcept.eventsourcing.StreamId;

/** A customer journey; it has a stream of its own. */
public record JourneyId(@JsonValue UUID value) {

    private static final String CATEGORY = "journey";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JourneyId {
    }

    /** Its stream, which is found only within its own organisation. */
    public StreamId stream(String organisation) {
        return StreamId.of(organisation, CATEGORY, value.toString());
    }

    /**
     * @throws IllegalArgumentException if it is not the stream of a journey
     */
    public static JourneyId of(StreamId stream) {
        String prefix = CATEGORY + '-';
        if (!stream.name().startsWith(prefix)) {
            throw new IllegalArgumentException("not the stream of a journey: " + stream.name());
        }
        return new JourneyId(UUID.fromString(stream.name().substring(prefix.length())));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
