package io.serviceconcept.journeys;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code journey.published.v1} as far as this service uses it.
 *
 * @param service what is delivered along it, where it tells
 */
record JourneyPublished(String journey, @Nullable String service, List<PublishedPhase> phases) {

    JourneyPublished {
        // no slice is named after nothing
        service = service == null || service.isBlank() ? null : service;
    }

    record PublishedPhase(List<PublishedTouchpoint> touchpoints) {
    }

    record PublishedTouchpoint(String id, List<String> needs) {
    }
}
