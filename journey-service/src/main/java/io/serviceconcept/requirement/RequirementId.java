package io.serviceconcept.requirement;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.serviceconcept.eventsourcing.StreamId;

/** A requirement; it has a stream of its own. */
public record RequirementId(@JsonValue UUID value) {

    private static final String CATEGORY = "requirement";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequirementId {
    }

    /** Its stream, which is found only within its own organisation. */
    public StreamId stream(String organisation) {
        return StreamId.of(organisation, CATEGORY, value.toString());
    }

    /**
     * @throws IllegalArgumentException if it is not the stream of a requirement
     */
    public static RequirementId of(StreamId stream) {
        String prefix = CATEGORY + '-';
        if (!stream.name().startsWith(prefix)) {
            throw new IllegalArgumentException("not the stream of a requirement: " + stream.name());
        }
        return new RequirementId(UUID.fromString(stream.name().substring(prefix.length())));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
