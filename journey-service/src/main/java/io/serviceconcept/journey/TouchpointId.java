package io.serviceconcept.journey;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A touchpoint within one journey. */
public record TouchpointId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TouchpointId {
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
