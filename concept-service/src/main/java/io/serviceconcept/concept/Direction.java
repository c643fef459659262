package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the organisation wants to go with its service.
 *
 * @param budgetPerMonth what all contacts through all channels may cost, in the currency of their cost per contact, 0 or more
 */
public record Direction(@Nullable String mission, @Nullable String vision, List<String> values, @Nullable String ambition,
        List<String> policyChoices, @Nullable BigDecimal budgetPerMonth) {

    static final Direction NONE = new Direction(null, null, List.of(), null, List.of());

    /** A direction without a budget. */
    public Direction(@Nullable String mission, @Nullable String vision, List<String> values, @Nullable String ambition,
            List<String> policyChoices) {
        this(mission, vision, values, ambition, policyChoices, null);
    }

    public Direction {
        values = List.copyOf(values);
        policyChoices = List.copyOf(policyChoices);
    }
}
