package io.serviceconcept.evaluation.measurements;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.IndicatorDefinition;
import io.serviceconcept.concept.IndicatorDefinitions;

/** Answers what indicators measure from the local copy. */
@ApplicationScoped
class DefinitionsHeardOf implements IndicatorDefinitions {

    @Override
    public List<IndicatorDefinition> among(String organisation, Collection<String> asked) {
        return inOrder(KnownIndicator.among(organisation, asked));
    }

    @Override
    public List<IndicatorDefinition> ofKinds(String organisation, Collection<String> kinds) {
        return inOrder(KnownIndicator.ofKinds(organisation, kinds));
    }

    private static List<IndicatorDefinition> inOrder(List<KnownIndicator> known) {
        return known.stream().map(KnownIndicator::definition).sorted(Comparator.comparing(IndicatorDefinition::id)).toList();
    }
}
