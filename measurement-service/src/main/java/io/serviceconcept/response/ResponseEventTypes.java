package io.serviceconcept.response;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to responses. */
public final class ResponseEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.response-received.v1", ResponseEvent.ResponseReceived.class)
            .build();

    private ResponseEventTypes() {
    }
}
