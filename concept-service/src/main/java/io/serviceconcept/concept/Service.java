package io.serviceconcept.concept;

import org.jspecify.annotations.Nullable;

/** What is delivered, through channels, to groups. */
public record Service(String id, String name, @Nullable String description) implements Part {

    @Override
    public PartKind partKind() {
        return PartKind.SERVICE;
    }
}
