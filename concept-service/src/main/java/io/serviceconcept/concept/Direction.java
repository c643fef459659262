package io.serviceconcept.concept;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the organisation wants to go with its service. */
public record Direction(@Nullable String mission, @Nullable String vision, List<String> values, @Nullable String ambition,
        List<String> policyChoices) {

    static final Direction NONE = new Direction(null, null, List.of(), null, List.of());

    public Direction {
        values = List.copyOf(values);
        policyChoices = List.copyOf(policyChoices);
    }
}
