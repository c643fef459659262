package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What customers or employees need.
 *
 * @param coreNeed the core need that this sub-need supports; null for a core need
 */
public record Need(String id, String name, @Nullable String description, @Nullable String coreNeed, NeedAudience audience)
        implements
            Part {

    /** Whose need it is. */
    public enum NeedAudience {
        CUSTOMER,
        EMPLOYEE
    }

    /**
     * How much a need matters to a group, and what it expects; one of both may be unknown.
     *
     * @param value 1–5; 0 is not relevant; null when unknown, as for a group that is absent
     * @param source where it is known from
     * @param date when it was found
     * @param expectation how well the group expects the need to be served, 0–4 on the scale of fits; null when unknown
     */
    public record Importance(String group, @Nullable Integer value, @Nullable String source, @Nullable LocalDate date,
            @Nullable Integer expectation) {

        Importance expecting(@Nullable Integer other) {
            return new Importance(group, value, source, date, other);
        }
    }

    /** The same need, as a sub-need of this core need. */
    public Need supporting(String core) {
        return new Need(id, name, description, core, audience);
    }

    @Override
    public PartKind partKind() {
        return PartKind.NEED;
    }

    @Override
    public List<Reference> references() {
        return Reference.optional(PartKind.NEED, coreNeed, "/coreNeed");
    }
}
