package io.serviceconcept.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.requirement.Requirement.Stated;

/**
 * A requirement as the API shows it.
 *
 * @param nextStates the states that may follow
 * @param reason why it was waived or opened again; absent otherwise
 */
record RequirementView(UUID id, UUID concept, String name, @Nullable String description, RequirementKind kind,
        @Nullable UUID channel, @Nullable UUID journey, @Nullable UUID touchpoint, List<UUID> needs, List<UUID> objectives,
        String department, @Nullable String owner, @Nullable LocalDate dueDate, boolean blocking, RequirementState state,
        List<RequirementState> nextStates, @Nullable String reason, long version) {

    static RequirementView of(RequirementId id, Stated requirement, long version) {
        RequirementOutline outline = requirement.outline();
        return new RequirementView(id.value(), outline.concept(), outline.name(), outline.description(), outline.kind(),
                outline.channel(), outline.journey(), outline.touchpoint(), outline.needs(), outline.objectives(),
                outline.department(), outline.owner(), outline.dueDate(), outline.blocking(), requirement.state(),
                requirement.state().next(), requirement.reason(), version);
    }
}
