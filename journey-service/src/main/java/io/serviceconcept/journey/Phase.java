package io.serviceconcept.journey;

import java.util.List;

/** A phase with its touchpoints in order. */
record Phase(PhaseId id, String name, List<Touchpoint> touchpoints) {

    Phase {
        touchpoints = List.copyOf(touchpoints);
    }

    Phase renamed(String newName) {
        return new Phase(id, newName, touchpoints);
    }

    Phase with(List<Touchpoint> others) {
        return new Phase(id, name, others);
    }
}
