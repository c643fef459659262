package io.serviceconcept.requirement;

/**
 * What happened to a requirement. Each holds the requirement as it was from then on: all of them leave the service, and
 * what left never depends on how it is folded later.
 */
public sealed interface RequirementEvent {

    RequirementOutline outline();

    /** The state from then on. */
    RequirementState state();

    record Opened(RequirementOutline outline) implements RequirementEvent {
        @Override
        public RequirementState state() {
            return RequirementState.OPEN;
        }
    }

    /** It asks for something else; its state stays. */
    record Changed(RequirementOutline outline, RequirementState state) implements RequirementEvent {
    }

    /** Somebody began with it. */
    record Started(RequirementOutline outline) implements RequirementEvent {
        @Override
        public RequirementState state() {
            return RequirementState.IN_PROGRESS;
        }
    }

    record Fulfilled(RequirementOutline outline) implements RequirementEvent {
        @Override
        public RequirementState state() {
            return RequirementState.FULFILLED;
        }
    }

    record Waived(RequirementOutline outline, String reason) implements RequirementEvent {
        @Override
        public RequirementState state() {
            return RequirementState.WAIVED;
        }
    }

    record Reopened(RequirementOutline outline, String reason) implements RequirementEvent {
        @Override
        public RequirementState state() {
            return RequirementState.OPEN;
        }
    }
}
