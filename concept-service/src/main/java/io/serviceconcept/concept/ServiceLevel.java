package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.concept.Objective.TargetComparison;

/**
 * A public promise with a norm. In a draft the indicator, norm and window may still be missing.
 *
 * @param promise in customer language: "answer within 2 working days"
 * @param service the service it is about; null for all
 * @param indicator the id of an indicator of measurement-service
 * @param window the period over which the figure is judged
 * @param slice what part of the answers counts; null for all
 */
public record ServiceLevel(String id, String name, String promise, @Nullable String service, @Nullable String indicator,
        @Nullable Norm norm, @Nullable ObjectiveWindow window, @Nullable Slice slice) implements Part {

    /**
     * @param value a figure in the indicator's unit
     */
    public record Norm(TargetComparison comparison, BigDecimal value) {
    }

    @Override
    public PartKind partKind() {
        return PartKind.SERVICE_LEVEL;
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>(Reference.optional(PartKind.SERVICE, service, "/service"));
        references.addAll(Slice.references(slice));
        return references;
    }
}
