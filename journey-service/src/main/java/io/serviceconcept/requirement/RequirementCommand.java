package io.serviceconcept.requirement;

import org.jspecify.annotations.Nullable;

/** What can be asked of a requirement. */
sealed interface RequirementCommand {

    record Open(RequirementOutline outline) implements RequirementCommand {
    }

    record Change(RequirementOutline outline) implements RequirementCommand {
    }

    /**
     * @param reason why, which waiving and opening again ask for
     */
    record Move(RequirementState to, @Nullable String reason) implements RequirementCommand {
    }
}
