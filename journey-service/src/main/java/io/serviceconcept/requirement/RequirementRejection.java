package io.serviceconcept.requirement;

import java.util.List;
import java.util.UUID;

/** Why a command is refused. */
sealed interface RequirementRejection {

    record NoSuchRequirement() implements RequirementRejection {
    }

    record RequirementExists() implements RequirementRejection {
    }

    /** A requirement stays with its concept. */
    record ConceptIsFixed(UUID concept) implements RequirementRejection {
    }

    /** What is fulfilled or waived is opened again before it asks for something else. */
    record IsOver(RequirementState state) implements RequirementRejection {
    }

    record StateNotNext(RequirementState from, RequirementState to, List<RequirementState> allowed)
            implements
                RequirementRejection {
    }

    record ReasonMissing(RequirementState to) implements RequirementRejection {
    }
}
