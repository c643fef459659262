package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** What was answered turns out to be something else, or nothing. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CorrectionsTest {

    private static final String CONTENT = """
            "interactionAt": "2026-03-01T10:00:00Z", "answers": [{"question": "mark", "value": %d}], "location": "North\"""";

    private final Organisation city = Organisation.fresh();
    private String responses = "";

    @BeforeEach
    void receiveAResponse() {
        responses = "/v1/surveys/" + city.survey(city.satisfaction()) + "/responses";
        push(8).statusCode(201);
    }

    private ValidatableResponse push(int mark) {
        return city.as("integration").body("{\"id\": \"r-1\", " + CONTENT.formatted(mark) + "}").post(responses).then();
    }

    private RequestSpecification seen(int version) {
        return city.as("integration").header("If-Match", "\"" + version + '"');
    }

    private ValidatableResponse correct(int version, int mark) {
        return seen(version).body("{" + CONTENT.formatted(mark) + "}").put(responses + "/r-1").then();
    }

    @Test
    void aResponseIsCorrected() {
        correct(1, 9).statusCode(200).header("ETag", "\"2\"").body("answers[0].value", equalTo(9))
                .body("correctedAt", notNullValue());

        city.as("analyst").get(responses + "/r-1").then().statusCode(200).header("ETag", "\"2\"")
                .body("answers[0].value", equalTo(9));
        correct(2, 9).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void whoPushesAgainWhatWasCorrectedPushesNothingNew() {
        correct(1, 9).statusCode(200);

        push(8).statusCode(200);
        push(9).statusCode(200);
        push(7).statusCode(409).body("type", endsWith("/response-id-reused"));
        city.as("analyst").get(responses + "/r-1").then().body("answers[0].value", equalTo(9));
    }

    @Test
    void aCorrectionBuildsOnWhatItsSenderSaw() {
        seen(1).body("{}").put(responses + "/r-1").then().statusCode(400);
        city.as("integration").body("{" + CONTENT.formatted(9) + "}").put(responses + "/r-1").then().statusCode(428);
        correct(2, 9).statusCode(412);
        correct(1, 11).statusCode(400).body("errors.pointer", contains("/answers/0/value"));
        seen(1).body("{" + CONTENT.formatted(9) + "}").put(responses + "/other").then().statusCode(404);
        city.as("viewer", "designer", "manager").header("If-Match", "\"1\"").body("{" + CONTENT.formatted(9) + "}")
                .put(responses + "/r-1").then().statusCode(403);
        Organisation.fresh().as("integration").header("If-Match", "\"1\"").body("{" + CONTENT.formatted(9) + "}")
                .put(responses + "/r-1").then().statusCode(404);
    }

    @Test
    void whatIsRetractedIsGoneAndCanComeAgain() {
        city.as("integration").delete(responses + "/r-1").then().statusCode(428);
        seen(1).delete(responses + "/r-1").then().statusCode(204);
        city.as("analyst").get(responses + "/r-1").then().statusCode(404);
        seen(1).delete(responses + "/r-1").then().statusCode(404);
        correct(2, 9).statusCode(404);

        push(7).statusCode(201);
        push(7).statusCode(200);
        push(8).statusCode(409);
        city.as("analyst").get(responses + "/r-1").then().statusCode(200).header("ETag", "\"3\"")
                .body("answers[0].value", equalTo(7));
    }

    @Test
    void whatWasRetractedComesAgainInABatchToo() {
        seen(1).delete(responses + "/r-1").then().statusCode(204);
        String again = "{\"id\": \"r-1\", " + CONTENT.formatted(7) + "}";

        city.as("integration").body("[" + again + ", " + again + "]").post(responses + "/batch").then().statusCode(207)
                .body("items.status", contains(201, 200));
    }

    @Test
    void theHistorySaysWhoDidWhat() {
        correct(1, 9).statusCode(200);
        seen(2).delete(responses + "/r-1").then().statusCode(204);

        city.as("admin").get(responses + "/r-1/history").then().statusCode(200).body("items.version", contains(1, 2, 3))
                .body("items.event", contains("measurement.response-received.v2", "measurement.response-corrected.v1",
                        "measurement.response-retracted.v1"));
        city.as("admin").get(responses + "/other/history").then().statusCode(404);
        city.as("integration").get(responses + "/r-1/history").then().statusCode(403);
    }

    @Test
    void theHistoryOfAResponseSaysWhyItWasCorrectedAndRetracted() {
        seen(1).header("Change-Reason", "A typing error").body("{" + CONTENT.formatted(9) + "}").put(responses + "/r-1").then()
                .statusCode(200);
        seen(2).header("Change-Reason", "Op verzoek van de pati%C3%ABnt").delete(responses + "/r-1").then().statusCode(204);

        city.as("analyst").get(responses + "/r-1/history").then().statusCode(200)
                .body("items.why", contains(null, "A typing error", "Op verzoek van de patiënt"));
    }
}
