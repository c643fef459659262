package io.serviceconcept.concept;

import java.util.Collection;
import java.util.List;

/** What this service has heard of indicators. */
@FunctionalInterface
public interface IndicatorDefinitions {

    /** Those of the asked indicators that the organisation has, in order of id. */
    List<Definition> among(String organisation, Collection<String> asked);

    /** An indicator by what it measures, so that it is recognised where its id means nothing. */
    record Definition(String id, String name, String unit) {
    }
}
