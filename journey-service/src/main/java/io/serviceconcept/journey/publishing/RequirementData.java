package io.serviceconcept.journey.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.requirement.RequirementEvent;
import io.serviceconcept.requirement.RequirementId;
import io.serviceconcept.requirement.RequirementKind;
import io.serviceconcept.requirement.RequirementOutline;
import io.serviceconcept.requirement.RequirementState;

/** The contract record of all that is said of requirements, see {@code contracts/requirement.*.v1.schema.json}. */
record RequirementData(UUID requirement, UUID concept, String name, RequirementKind kind, @Nullable UUID channel,
        @Nullable UUID journey, @Nullable UUID touchpoint, List<UUID> needs, List<UUID> objectives, String department,
        @Nullable String owner, @Nullable LocalDate dueDate, boolean blocking, RequirementState state) {

    static RequirementData of(RequirementId requirement, RequirementEvent event) {
        RequirementOutline outline = event.outline();
        return new RequirementData(requirement.value(), outline.concept(), outline.name(), outline.kind(),
                outline.channel(), outline.journey(), outline.touchpoint(), outline.needs(), outline.objectives(),
                outline.department(), outline.owner(), outline.dueDate(), outline.blocking(), event.state());
    }
}
