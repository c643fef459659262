package io.serviceconcept.acceptance;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** Responses to the municipality's survey after a video call. */
final class Responses {

    private Responses() {
    }

    /** The same mark for all three questions. */
    static ObjectNode of(String id, Instant interactionAt, int mark) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("id", id).put("interactionAt",
                interactionAt.toString());
        ArrayNode answers = response.putArray("answers");
        for (String question : new String[] { "conversation", "channel", "waiting" }) {
            answers.addObject().put("question", question).put("value", mark);
        }
        return response;
    }

    static Response push(LoadedExample example, ObjectNode response) {
        return Gateway.as(Gateway.INTEGRATION).body(response.toString()).post(path(example));
    }

    static Response pushAll(LoadedExample example, ArrayNode responses) {
        return Gateway.as(Gateway.INTEGRATION).body(responses.toString()).post(path(example) + "/batch");
    }

    static String path(LoadedExample example) {
        return "/v1/surveys/" + example.id("survey", "after-video-call") + "/responses";
    }
}
