package io.serviceconcept.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a journey. Positions count from 1; without one a new part goes to the end and an existing part
 * stays where it is.
 */
sealed interface JourneyCommand {

    record Create(JourneyOutline outline) implements JourneyCommand {
    }

    record ChangeOutline(JourneyOutline outline) implements JourneyCommand {
    }

    record AddPhase(PhaseId phase, String name, @Nullable Integer position) implements JourneyCommand {
    }

    record ChangePhase(PhaseId phase, String name, @Nullable Integer position) implements JourneyCommand {
    }

    record RemovePhase(PhaseId phase) implements JourneyCommand {
    }

    record AddTouchpoint(TouchpointId touchpoint, PhaseId phase, @Nullable Integer position, TouchpointContent content)
            implements
                JourneyCommand {
    }

    /** A touchpoint that changes phase without a position goes to the end of the other phase. */
    record ChangeTouchpoint(TouchpointId touchpoint, PhaseId phase, @Nullable Integer position, TouchpointContent content)
            implements
                JourneyCommand {
    }

    record RemoveTouchpoint(TouchpointId touchpoint) implements JourneyCommand {
    }

    /**
     * @param instead the needs that are there instead of those that were merged or split
     */
    record Publish(Map<UUID, List<UUID>> instead) implements JourneyCommand {
    }
}
