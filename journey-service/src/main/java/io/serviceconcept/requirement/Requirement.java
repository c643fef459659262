package io.serviceconcept.requirement;

import org.jspecify.annotations.Nullable;

/** The state of a requirement. */
sealed interface Requirement {

    /** Nothing is stored under this id. */
    record Absent() implements Requirement {

        Stated opened(RequirementOutline outline) {
            return new Stated(outline, RequirementState.OPEN, null);
        }
    }

    /**
     * @param reason why it is in this state, where that has to be said
     */
    record Stated(RequirementOutline outline, RequirementState state, @Nullable String reason) implements Requirement {

        Stated changed(RequirementOutline newOutline) {
            if (!state.isOpen()) {
                throw new IllegalStateException("what is " + state + " does not change");
            }
            return new Stated(newOutline, state, reason);
        }

        Stated moved(RequirementState to, @Nullable String why) {
            if (!state.next().contains(to)) {
                throw new IllegalStateException(state + " is not followed by " + to);
            }
            return new Stated(outline, to, why);
        }
    }
}
