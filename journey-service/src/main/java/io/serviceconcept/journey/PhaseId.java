package io.serviceconcept.journey;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A phase within one journey. */
public record PhaseId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhaseId {
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
