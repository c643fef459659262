package io.serviceconcept.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;

/**
 * A requirement as it is sent. It hangs on a channel, on a touchpoint of a journey, or on both.
 *
 * @param channel the channel it hangs on; required for what blocks
 * @param journey the journey of the touchpoint
 * @param needs the needs it serves
 * @param objectives the objectives it serves
 * @param department which sees to it
 * @param owner the person who sees to it
 * @param dueDate the day by which it is to be fulfilled
 * @param blocking whether the channel stays closed until it is fulfilled or waived; without it, it does not
 */
record RequirementDescription(@NotNull UUID concept, @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 4000) String description, @NotNull RequirementKind kind, @Nullable UUID channel,
        @Nullable UUID journey, @Nullable UUID touchpoint,
        @Nullable @Size(max = 200) @Schema(uniqueItems = true) List<@NotNull UUID> needs,
        @Nullable @Size(max = 200) @Schema(uniqueItems = true) List<@NotNull UUID> objectives,
        @NotBlank @Size(max = 200) String department, @Nullable @Size(min = 1, max = 200) String owner,
        @Nullable LocalDate dueDate, @Nullable Boolean blocking) {

    /**
     * @throws InvalidInput naming everything that the schema cannot say
     */
    RequirementOutline outline() {
        List<Violation> violations = new ArrayList<>();
        boolean blocks = Boolean.TRUE.equals(blocking);
        if (channel == null && blocks) {
            violations.add(new Violation("/channel", "is required for what blocks: it names what stays closed"));
        } else if (channel == null && journey == null && touchpoint == null) {
            violations.add(new Violation("/channel", "is required without a touchpoint"));
        }
        if (journey == null && touchpoint != null) {
            violations.add(new Violation("/journey", "is required with a touchpoint"));
        }
        if (journey != null && touchpoint == null) {
            violations.add(new Violation("/touchpoint", "is required with a journey"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new RequirementOutline(concept, name, description, kind, channel, journey, touchpoint,
                needs == null ? List.of() : needs, objectives == null ? List.of() : objectives, department, owner, dueDate,
                blocks);
    }
}
