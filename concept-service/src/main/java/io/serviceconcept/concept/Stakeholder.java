package io.serviceconcept.concept;

import org.jspecify.annotations.Nullable;

/**
 * Who is involved: a role, a department or an organisation, never a person by name.
 *
 * @param support how far they back the concept; null while unknown
 * @param remark what they want, what worries them
 */
public record Stakeholder(String id, String name, StakeholderLevel influence, StakeholderLevel interest,
        @Nullable StakeholderSupport support, @Nullable String remark) implements Part {

    /** How much influence or interest. */
    public enum StakeholderLevel {
        LOW,
        MEDIUM,
        HIGH
    }

    /** From working against the concept to carrying it. */
    public enum StakeholderSupport {
        OPPOSED,
        DOUBTFUL,
        NEUTRAL,
        SUPPORTIVE,
        COMMITTED
    }

    @Override
    public PartKind partKind() {
        return PartKind.STAKEHOLDER;
    }
}
