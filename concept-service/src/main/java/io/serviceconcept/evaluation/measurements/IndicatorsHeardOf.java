package io.serviceconcept.evaluation.measurements;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.KnownIndicators;

/** Answers which indicators exist from the local copy. */
@ApplicationScoped
class IndicatorsHeardOf implements KnownIndicators {

    @Override
    public Set<String> among(String organisation, Set<String> asked) {
        return KnownIndicator.among(organisation, asked).stream().map(known -> known.indicator)
                .collect(Collectors.toSet());
    }
}
