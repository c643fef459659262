package io.serviceconcept.journeys;

import java.util.List;

/** {@code journey.published.v1} as far as this service uses it. */
record JourneyPublished(String journey, List<PublishedPhase> phases) {

    record PublishedPhase(List<PublishedTouchpoint> touchpoints) {
    }

    record PublishedTouchpoint(String id, List<String> needs) {
    }
}
