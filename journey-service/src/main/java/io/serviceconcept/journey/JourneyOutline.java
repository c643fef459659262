package io.serviceconcept.journey;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a journey is about.
 *
 * @param concept the service concept it belongs to, for good
 * @param service what is delivered along it
 * @param groups the customer groups that travel it, at least one
 */
public record JourneyOutline(UUID concept, String name, JourneyKind kind, @Nullable String service, List<UUID> groups) {

    public JourneyOutline {
        groups = List.copyOf(groups);
    }
}
