package io.serviceconcept.requirement;

import java.util.List;

/** How far a requirement is: open → in progress → fulfilled, or waived on the way. What is over can be opened again. */
public enum RequirementState {
    OPEN,
    IN_PROGRESS,
    FULFILLED,
    WAIVED;

    /** The states that may follow on this one. */
    public List<RequirementState> next() {
        return switch (this) {
            case OPEN -> List.of(IN_PROGRESS, WAIVED);
            case IN_PROGRESS -> List.of(FULFILLED, WAIVED);
            case FULFILLED, WAIVED -> List.of(OPEN);
        };
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == OPEN || this == IN_PROGRESS;
    }

    /** Whether it has to be said why a requirement comes into this state. */
    boolean asksWhy() {
        return this == WAIVED || this == OPEN;
    }
}
