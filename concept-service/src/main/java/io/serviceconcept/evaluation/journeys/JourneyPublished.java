package io.serviceconcept.evaluation.journeys;

import java.util.List;
import java.util.Objects;

/** The record of journey-service with the fields used here. What is required is checked, or the record is parked. */
record JourneyPublished(String journey, String concept, List<PhaseData> phases) {

    JourneyPublished {
        Objects.requireNonNull(journey);
        Objects.requireNonNull(concept);
        phases = List.copyOf(phases);
    }

    record PhaseData(List<TouchpointData> touchpoints) {
        PhaseData {
            touchpoints = List.copyOf(touchpoints);
        }
    }

    record TouchpointData(String id, String name, String channel) {
        TouchpointData {
            Objects.requireNonNull(id);
            Objects.requireNonNull(name);
            Objects.requireNonNull(channel);
        }
    }
}
