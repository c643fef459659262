package io.serviceconcept.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/**
 * A survey of a test's own: a mark from 1 to 10 that feeds an indicator of its own, in use since the beginning of 2025. What
 * is answered to it, nobody else counts.
 */
record OwnSurvey(String indicator, String survey) {

    /** The moment of all its interactions that say nothing else. */
    static final String MARCH = "2025-03-11T12:00:00Z";

    static OwnSurvey of(String name) {
        return of(name, "", "");
    }

    /**
     * @param more fields of the survey, each followed by a comma
     * @param questions beside the mark, each after a comma
     */
    static OwnSurvey of(String name, String more, String questions) {
        String indicator = created("/v1/indicators", """
                {"name": "%s", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN",
                 "scale": {"min": 1, "max": 10}}""".formatted(name));
        String survey = created("/v1/surveys", """
                {"name": "%s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", %s "questions": [
                  {"id": "mark", "type": "MARK", "text": {"nl": "Welk cijfer geeft u?", "en": "Which mark do you give?"},
                   "indicators": ["%s"]}%s]}""".formatted(name, UUID.randomUUID(), more, indicator, questions));
        return new OwnSurvey(indicator, survey);
    }

    private static String created(String collection, String body) {
        Response response = Gateway.as("anna").body(body).post(collection);
        if (response.statusCode() != 201) {
            throw new AssertionError("POST " + collection + ": " + response.statusCode() + " " + response.asString());
        }
        return Gateway.json(response).path("id").asText();
    }

    /** What one part tells another arrives soon; this long only on a machine that has much else to do. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    String path() {
        return "/v1/surveys/" + survey;
    }

    String responses() {
        return path() + "/responses";
    }

    static String response(String id, int mark, String location) {
        return """
                {"id": "%s", "interactionAt": "%s", "location": "%s", "answers": [{"question": "mark", "value": %d}]}"""
                .formatted(id, MARCH, location, mark);
    }

    /** Pushes {@code count} times the same mark. */
    void push(int count, int mark, String location) {
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(response(UUID.randomUUID().toString(), mark, location));
        }
        JsonNode outcomes = Gateway.json(Gateway.as(Gateway.INTEGRATION).body(batch.toString()).post(responses() + "/batch"));
        outcomes.path("items").forEach(outcome -> {
            if (outcome.path("status").asInt() != 201) {
                throw new AssertionError(outcome.toString());
            }
        });
    }

    /** The results of March, or of the quarter or year it is in. */
    JsonNode results(String query) {
        return Gateway.get("mila", "/v1/indicators/" + indicator + "/results?" + query).path("items");
    }

    /** "{figure} of {n}" of all that was answered in March; empty before anything may be seen. */
    String march() {
        JsonNode march = results("period=MONTH").path(0);
        return march.hasNonNull("figure") ? march.path("figure").asText() + " of " + march.path("n").asText() : "";
    }
}
