package io.serviceconcept.idea;

import java.util.List;

/** How far an idea is: proposed → selected → in test → validated or rejected; what was validated can be realised. */
public enum IdeaState {
    PROPOSED,
    SELECTED,
    IN_TEST,
    VALIDATED,
    REJECTED,
    REALISED;

    /** Whether nothing follows any more: it was rejected or realised. */
    boolean isOver() {
        return next().isEmpty();
    }

    /** The states that may follow on this one, none when it is the last. */
    public List<IdeaState> next() {
        return switch (this) {
            case PROPOSED -> List.of(SELECTED);
            case SELECTED -> List.of(IN_TEST);
            case IN_TEST -> List.of(VALIDATED, REJECTED);
            case VALIDATED -> List.of(REALISED);
            case REJECTED, REALISED -> List.of();
        };
    }
}
