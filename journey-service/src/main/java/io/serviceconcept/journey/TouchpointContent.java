package io.serviceconcept.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What happens at a touchpoint.
 *
 * @param needs the needs at stake there
 * @param goal what the customer wants to reach
 * @param expectedFeeling from −2 (bad) to +2 (good), null when nobody said
 */
public record TouchpointContent(String name, UUID channel, List<UUID> needs, @Nullable String goal,
        @Nullable Integer expectedFeeling, List<String> painPoints, boolean momentOfTruth) {

    public TouchpointContent {
        needs = List.copyOf(needs);
        painPoints = List.copyOf(painPoints);
    }

    /** See {@link Journey.Mapped#following}. */
    TouchpointContent following(Map<UUID, List<UUID>> instead) {
        List<UUID> followed = needs.stream().flatMap(need -> instead.getOrDefault(need, List.of(need)).stream()).distinct()
                .toList();
        return new TouchpointContent(name, channel, followed, goal, expectedFeeling, painPoints, momentOfTruth);
    }
}
