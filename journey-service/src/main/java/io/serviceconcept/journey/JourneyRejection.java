package io.serviceconcept.journey;

import java.util.List;
import java.util.UUID;

/** Why a command is refused. */
sealed interface JourneyRejection {

    record NoSuchJourney() implements JourneyRejection {
    }

    record JourneyExists() implements JourneyRejection {
    }

    record NoSuchPhase(PhaseId phase) implements JourneyRejection {
    }

    /** A touchpoint refers to a phase that its journey does not have. */
    record UnknownPhase(PhaseId phase) implements JourneyRejection {
    }

    record NoSuchTouchpoint(TouchpointId touchpoint) implements JourneyRejection {
    }

    /** A journey stays with its concept. */
    record ConceptIsFixed(UUID concept) implements JourneyRejection {
    }

    /** {@code last} is the highest position that can be taken. */
    record PositionOutOfRange(int position, int last) implements JourneyRejection {
    }

    record PhaseNotEmpty(PhaseId phase, List<TouchpointId> touchpoints) implements JourneyRejection {
    }

    record TooManyParts(int limit) implements JourneyRejection {
    }
}
