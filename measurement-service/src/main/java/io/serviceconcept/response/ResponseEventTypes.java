package io.serviceconcept.response;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to responses. */
public final class ResponseEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.response-received.v2", ResponseEvent.ResponseReceived.class)
            .upcast("measurement.response-received.v1", "measurement.response-received.v2",
                    ResponseEventTypes::ofMarksAlone)
            .add("measurement.response-corrected.v1", ResponseEvent.ResponseCorrected.class)
            .add("measurement.response-retracted.v1", ResponseEvent.ResponseRetracted.class)
            .build();

    private ResponseEventTypes() {
    }

    /** When surveys had one version, answers were marks and nothing personal was taken in. */
    private static ObjectNode ofMarksAlone(ObjectNode response) {
        response.put("surveyVersion", 1);
        response.putArray("texts");
        response.path("answers").forEach(answer -> {
            if (answer instanceof ObjectNode mark) {
                mark.putArray("options");
            }
        });
        return response;
    }
}
