package io.serviceconcept.journey;

import java.util.UUID;

/** Where something that was created is found: {@code /v1/journeys/<id>} or {@code /v1/journeys/<id>/<parts>/<id>}. */
record Address(String path) {

    private static final int JOURNEY_SEGMENT = 3;

    static Address of(JourneyId journey) {
        return new Address("/v1/journeys/" + journey);
    }

    static Address of(JourneyId journey, PhaseId phase) {
        return new Address(of(journey).path() + "/phases/" + phase);
    }

    static Address of(JourneyId journey, TouchpointId touchpoint) {
        return new Address(of(journey).path() + "/touchpoints/" + touchpoint);
    }

    JourneyId journey() {
        return new JourneyId(UUID.fromString(path.split("/")[JOURNEY_SEGMENT]));
    }

    PhaseId phase() {
        return new PhaseId(last());
    }

    TouchpointId touchpoint() {
        return new TouchpointId(last());
    }

    private UUID last() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
