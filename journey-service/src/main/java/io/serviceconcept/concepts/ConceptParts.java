package io.serviceconcept.concepts;

import java.util.Set;
import java.util.UUID;

/** What journeys and requirements may refer to: the parts of a concept's draft and of its edition in force. */
public record ConceptParts(Set<UUID> groups, Set<UUID> channels, Set<UUID> needs, Set<UUID> objectives) {

    public ConceptParts {
        groups = Set.copyOf(groups);
        channels = Set.copyOf(channels);
        needs = Set.copyOf(needs);
        objectives = Set.copyOf(objectives);
    }
}
