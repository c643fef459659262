package io.serviceconcept.concepts;

import java.util.Set;
import java.util.UUID;

/** What a journey may refer to: the parts of a concept's draft and of its edition in force. */
public record ConceptParts(Set<UUID> groups, Set<UUID> channels, Set<UUID> needs) {

    public ConceptParts {
        groups = Set.copyOf(groups);
        channels = Set.copyOf(channels);
        needs = Set.copyOf(needs);
    }
}
