package io.serviceconcept.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.journey.Journey.Mapped;

/**
 * A journey as the API shows it: with the needs that are there instead of those that were merged or split, once neither the
 * draft nor the edition in force has them.
 *
 * @param published whether other services know it
 * @param changedSincePublication whether they know it otherwise than it is now
 */
record JourneyView(UUID id, UUID concept, String name, JourneyKind kind, @Nullable String service, List<UUID> groups,
        boolean published, boolean changedSincePublication, List<PhaseView> phases, long version) {

    /** {@code position} counts from 1. */
    @Schema(name = "JourneyPhase")
    record PhaseView(UUID id, String name, int position, List<TouchpointView> touchpoints) {
    }

    /**
     * @param position the place within its phase, from 1
     * @param channelRetired whether the concept no longer uses the channel
     * @param replacedNeeds the needs that it was given and that were merged or split since, each with those that are named
     *        instead
     */
    @Schema(name = "JourneyTouchpoint")
    record TouchpointView(UUID id, UUID phase, int position, String name, UUID channel, boolean channelRetired,
            List<UUID> needs, @Nullable String goal, @Nullable Integer expectedFeeling, List<String> painPoints,
            boolean momentOfTruth, List<ReplacedTouchpointNeed> replacedNeeds) {
    }

    record ReplacedTouchpointNeed(UUID need, List<UUID> by) {
    }

    /**
     * @param instead the needs that are there instead of those that were merged or split
     */
    static JourneyView of(JourneyId id, Mapped journey, long version, Set<UUID> retiredChannels,
            Map<UUID, List<UUID>> instead) {
        JourneyOutline outline = journey.outline();
        List<PhaseView> phases = new ArrayList<>();
        for (Phase phase : journey.phases().list()) {
            phases.add(phase(phase, phases.size() + 1, retiredChannels, instead));
        }
        return new JourneyView(id.value(), outline.concept(), outline.name(), outline.kind(), outline.service(),
                outline.groups(), journey.isPublished(),
                journey.following(instead).isChangedSincePublication(), phases, version);
    }

    Optional<PhaseView> phase(PhaseId id) {
        return phases.stream().filter(phase -> phase.id().equals(id.value())).findFirst();
    }

    Optional<TouchpointView> touchpoint(TouchpointId id) {
        return phases.stream().flatMap(phase -> phase.touchpoints().stream())
                .filter(touchpoint -> touchpoint.id().equals(id.value())).findFirst();
    }

    private static PhaseView phase(Phase phase, int position, Set<UUID> retiredChannels,
            Map<UUID, List<UUID>> instead) {
        List<TouchpointView> touchpoints = new ArrayList<>();
        for (Touchpoint touchpoint : phase.touchpoints()) {
            touchpoints.add(touchpoint(touchpoint, phase.id(), touchpoints.size() + 1, retiredChannels, instead));
        }
        return new PhaseView(phase.id().value(), phase.name(), position, touchpoints);
    }

    private static TouchpointView touchpoint(Touchpoint touchpoint, PhaseId phase, int position,
            Set<UUID> retiredChannels, Map<UUID, List<UUID>> instead) {
        TouchpointContent content = touchpoint.content().following(instead);
        List<ReplacedTouchpointNeed> replaced = touchpoint.content().needs().stream().filter(instead::containsKey)
                .map(need -> new ReplacedTouchpointNeed(need, instead.getOrDefault(need, List.of()))).toList();
        return new TouchpointView(touchpoint.id().value(), phase.value(), position, content.name(), content.channel(),
                retiredChannels.contains(content.channel()), content.needs(), content.goal(), content.expectedFeeling(),
                content.painPoints(), content.momentOfTruth(), replaced);
    }
}
