package io.serviceconcept.concept;

import java.util.Set;

/** Which indicators exist, as far as this service has heard. */
@FunctionalInterface
public interface KnownIndicators {

    /** Those of the asked indicators that the organisation has. */
    Set<String> among(String organisation, Set<String> asked);
}
