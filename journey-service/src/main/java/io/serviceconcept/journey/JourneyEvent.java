package io.serviceconcept.journey;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What happened to a journey. Positions count from 1, as they are after the event. */
public sealed interface JourneyEvent {

    record Created(JourneyOutline outline) implements JourneyEvent {
    }

    record OutlineChanged(JourneyOutline outline) implements JourneyEvent {
    }

    record PhaseAdded(PhaseId phase, String name, int position) implements JourneyEvent {
    }

    record PhaseRenamed(PhaseId phase, String name) implements JourneyEvent {
    }

    record PhaseMoved(PhaseId phase, int position) implements JourneyEvent {
    }

    record PhaseRemoved(PhaseId phase) implements JourneyEvent {
    }

    /** {@code position} is the place within the phase. */
    record TouchpointAdded(TouchpointId touchpoint, PhaseId phase, int position, TouchpointContent content)
            implements
                JourneyEvent {
    }

    record TouchpointChanged(TouchpointId touchpoint, TouchpointContent content) implements JourneyEvent {
    }

    /** To another place in its phase, or to a place in another phase. */
    record TouchpointMoved(TouchpointId touchpoint, PhaseId phase, int position) implements JourneyEvent {
    }

    record TouchpointRemoved(TouchpointId touchpoint) implements JourneyEvent {
    }

    /**
     * Holds all that leaves the service, so that what was published never depends on how it is folded later.
     *
     * @param service what is delivered along it; null where the outline does not say, and in what was published before it did
     */
    record Published(UUID concept, String name, JourneyKind kind, List<UUID> groups, List<PublishedPhase> phases,
            @Nullable String service) implements JourneyEvent {

        public Published {
            groups = List.copyOf(groups);
            phases = List.copyOf(phases);
        }
    }

    /** A phase as it was published. */
    record PublishedPhase(PhaseId id, String name, List<PublishedTouchpoint> touchpoints) {

        public PublishedPhase {
            touchpoints = List.copyOf(touchpoints);
        }
    }

    /** A touchpoint as it was published: where it is and which needs it serves, not what we think of it. */
    record PublishedTouchpoint(TouchpointId id, String name, UUID channel, List<UUID> needs) {

        public PublishedTouchpoint {
            needs = List.copyOf(needs);
        }
    }
}
