package io.serviceconcept.evaluation.measurements;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.IndicatorDefinitions;

/** Answers what indicators measure from the local copy. */
@ApplicationScoped
class DefinitionsHeardOf implements IndicatorDefinitions {

    @Override
    public List<Definition> among(String organisation, Collection<String> asked) {
        return KnownIndicator.among(organisation, asked).stream()
                .map(known -> new Definition(known.indicator, known.name, known.unit))
                .sorted(Comparator.comparing(Definition::id)).toList();
    }
}
