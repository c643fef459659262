package io.serviceconcept.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a requirement asks for. It hangs on a channel of the concept, on a touchpoint of a journey, or on both.
 *
 * @param concept the service concept it belongs to, for good
 * @param channel the channel it hangs on; what blocks always has one
 * @param journey the journey of the touchpoint; null without one
 * @param touchpoint the touchpoint it hangs on
 * @param needs the needs it serves
 * @param objectives the objectives it serves
 * @param department which sees to it
 * @param owner the person who sees to it, null while nobody was named
 * @param dueDate the day by which it is to be fulfilled
 * @param blocking whether the channel stays closed until it is fulfilled or waived
 */
public record RequirementOutline(UUID concept, String name, @Nullable String description, RequirementKind kind,
        @Nullable UUID channel, @Nullable UUID journey, @Nullable UUID touchpoint, List<UUID> needs, List<UUID> objectives,
        String department, @Nullable String owner, @Nullable LocalDate dueDate, boolean blocking) {

    public RequirementOutline {
        needs = List.copyOf(needs);
        objectives = List.copyOf(objectives);
    }
}
