package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A risky belief about channels or means.
 *
 * @param name the belief in one sentence
 * @param impact how much depends on it, 1–5
 * @param uncertainty how little is known of it, 1–5
 * @param channel the channel it is about; null when it is about more
 * @param means the means it is about
 * @param dueDate the day by which it is to be tested
 * @param evidence what confirmed or refuted it, or what is known so far
 */
public record Assumption(String id, String name, @Nullable String description, int impact, int uncertainty,
        AssumptionStatus status, @Nullable String channel, @Nullable String means, String owner,
        @Nullable LocalDate dueDate, @Nullable String evidence) implements Part {

    public enum AssumptionStatus {
        OPEN,
        CONFIRMED,
        REFUTED
    }

    /** Impact × uncertainty, 1–25: what to test first. */
    public int risk() {
        return impact * uncertainty;
    }

    @Override
    public PartKind partKind() {
        return PartKind.ASSUMPTION;
    }

    @Override
    public List<Reference> references() {
        return Reference.optional(PartKind.CHANNEL, channel, "/channel");
    }
}
