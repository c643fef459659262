package io.serviceconcept.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A phase with its touchpoints in order. */
record Phase(PhaseId id, String name, List<Touchpoint> touchpoints) {

    Phase {
        touchpoints = List.copyOf(touchpoints);
    }

    Phase renamed(String newName) {
        return new Phase(id, newName, touchpoints);
    }

    /** See {@link Journey.Mapped#following}. */
    Phase following(Map<UUID, List<UUID>> instead) {
        return with(touchpoints.stream()
                .map(touchpoint -> new Touchpoint(touchpoint.id(), touchpoint.content().following(instead))).toList());
    }

    Phase with(List<Touchpoint> others) {
        return new Phase(id, name, others);
    }
}
