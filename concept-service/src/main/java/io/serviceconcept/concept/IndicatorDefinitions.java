package io.serviceconcept.concept;

import java.util.Collection;
import java.util.List;

/** What this service has heard of indicators. */
public interface IndicatorDefinitions {

    /** Those of the asked indicators that the organisation has, in order of id. */
    List<IndicatorDefinition> among(String organisation, Collection<String> asked);

    /** Those that the organisation has of some kinds, in order of id. */
    List<IndicatorDefinition> ofKinds(String organisation, Collection<String> kinds);
}
