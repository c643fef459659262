package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class ResponsesTest {

    private static final String RESPONSE = """
            {"id": "r-1", "interactionAt": "2026-03-01T10:00:00+01:00",
             "answers": [{"question": "mark", "value": 8}, {"question": "ease", "value": 7.5}], "location": "Town hall"}""";

    private final Organisation city = Organisation.fresh();
    private String indicator = "";
    private String responses = "";

    @BeforeEach
    void drawUpASurvey() {
        indicator = city.satisfaction();
        responses = "/v1/surveys/" + city.survey(indicator) + "/responses";
    }

    private ValidatableResponse push(String body) {
        return city.as("integration").body(body).post(responses).then();
    }

    private void nothingIsStored() {
        // what comes after it was counted, so it would have been counted too
        city.as("integration").body("[" + RESPONSE.replace("r-1", "marker") + "]").post(responses + "/batch").then()
                .statusCode(207).body("items.status", contains(201));
        Awaitility.await().untilAsserted(() -> assertThat(
                city.results(indicator, "period=DAY&from=2020-01-01").getList("items.period.label", String.class))
                .containsExactly("2026-03-01"));
    }

    @Test
    void theSameAgainChangesNothing() {
        String first = push(RESPONSE).statusCode(201).body("id", equalTo("r-1")).extract().path("receivedAt");

        push(RESPONSE).statusCode(200).body("receivedAt", equalTo(first));
        push("""
                {"location": "Town hall", "id": "r-1", "interactionAt": "2026-03-01T09:00:00.000Z",
                 "answers": [{"question": "ease", "value": 7.50}, {"question": "mark", "value": 8.0}]}""")
                .statusCode(200).body("receivedAt", equalTo(first));
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        push(RESPONSE).statusCode(201);

        push(RESPONSE.replace("\"value\": 8", "\"value\": 9")).statusCode(409)
                .body("type", endsWith("/response-id-reused"));
        push(RESPONSE.replace("Town hall", "Library")).statusCode(409);
        push(RESPONSE).statusCode(200);
    }

    @Test
    void theSameIdIsAnotherResponseInAnotherSurvey() {
        push(RESPONSE).statusCode(201);

        city.as("integration").body(RESPONSE).post("/v1/surveys/" + city.survey(indicator) + "/responses").then()
                .statusCode(201);
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        push("""
                {"id": "", "interactionAt": "%s", "colour": "red", "channel": "video", "answers": [
                  {"question": "mark", "value": 11}, {"question": "mark", "value": 8}, {"question": "shoe-size", "value": 5},
                  {"question": "ease", "value": "good"}, {"question": "ease"}]}
                """.formatted(Instant.now().plus(Duration.ofHours(1)))).statusCode(400)
                .contentType("application/problem+json").body("type", endsWith("/invalid-input"))
                .body("errors.pointer", containsInAnyOrder("/id", "/interactionAt", "/colour", "/channel",
                        "/answers/0/value", "/answers/1/question", "/answers/2/question", "/answers/3/value",
                        "/answers/4/value", "/answers/4/question"));
        nothingIsStored();
    }

    @Test
    void anInteractionLiesBetweenTheSurveysStartAndNow() {
        push(RESPONSE.replace("2026-03-01", "2024-12-31")).statusCode(400)
                .body("errors.pointer", contains("/interactionAt"))
                .body("errors.message", hasItem(containsString("2025-01-01")));
        push(RESPONSE.replace("2026-03-01", "2026-13-01")).statusCode(400);
        push(RESPONSE.replace("2026-03-01T10:00:00+01:00", Instant.now().plusSeconds(300).toString())).statusCode(400)
                .body("errors.message", contains("lies in the future"));
        push(RESPONSE.replace("2026-03-01T10:00:00+01:00", Instant.now().plusSeconds(60).toString())).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"id\": ", "", "[]", "null", "{\"id\":\"a\",\"id\":\"b\"}", "{} {}", "{\"id\":\"\\u0000\"}" })
    void whatIsNotProperJsonIsRefused(String body) {
        push(body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e1000000000", "1E-1000000000", "10.0000001", "0", "10.5", "-3" })
    void aNumberThatIsNoMarkIsRefused(String value) {
        push(RESPONSE.replace("\"value\": 8", "\"value\": " + value)).statusCode(400)
                .body("errors.pointer", hasItem("/answers/0/value"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "5", "x1f3e2a10-0000-4000-8000-000000000001", "1f3e2a10-0000-4000-8000-000000000001\\n" })
    void anIdIsAnIdFromEndToEnd(String id) {
        push(RESPONSE.replace("\"location\"", "\"channel\": \"" + id + "\", \"location\"")).statusCode(400)
                .body("errors.pointer", contains("/channel"));
    }

    @Test
    void inABatchEachItemIsAnsweredForByItself() {
        push(RESPONSE).statusCode(201);

        city.as("integration").body("[" + RESPONSE + "," + RESPONSE.replace("r-1", "r-2") + ","
                + RESPONSE.replace("\"value\": 8", "\"value\": 9") + "," + RESPONSE.replace("r-1", "r-3").replace("8}", "0}")
                + ", 5, " + RESPONSE.replace("r-1", "r-2") + "]").post(responses + "/batch").then().statusCode(207)
                .body("items.index", contains(0, 1, 2, 3, 4, 5)).body("items.status", contains(200, 201, 409, 400, 400, 200))
                .body("items[2].problem.type", endsWith("/response-id-reused"))
                .body("items[3].id", equalTo("r-3")).body("items[3].problem.errors.pointer", contains("/answers/0/value"));
        push(RESPONSE.replace("r-1", "r-3")).statusCode(201);
    }

    @Test
    void aLineThatIsNotJsonSpoilsItselfAlone() {
        String line = RESPONSE.replace("\n", " ");
        RestAssured.given().auth().oauth2(Tokens.of(city.name(), "tool", "integration")).contentType("application/x-ndjson")
                .body((line + "\r\n\n{\"id\": \n" + line.replace("r-1", "r-2")).getBytes(StandardCharsets.UTF_8))
                .post(responses + "/batch").then().statusCode(207).body("items.status", contains(201, 400, 201));
    }

    @Test
    void aBatchHasBounds() {
        String items = String.join(",", Collections.nCopies(1_001, "{}"));

        city.as("integration").body("[" + items + "]").post(responses + "/batch").then().statusCode(413)
                .contentType("application/problem+json");
        city.as("integration").body("{}").post(responses + "/batch").then().statusCode(400);
        city.as("integration").body("[]").post(responses + "/batch").then().statusCode(207).body("items", hasSize(0));
    }

    @Test
    void onlyTheOrganisationsOwnSendersMayPush() {
        Organisation.fresh().as("integration").body(RESPONSE).post(responses).then().statusCode(404);
        city.as("viewer", "designer", "manager").body(RESPONSE).post(responses).then().statusCode(403);
        RestAssured.given().contentType(ContentType.JSON).body(RESPONSE).post(responses).then().statusCode(401);
        city.as("integration").contentType("text/csv").body("id").post(responses).then().statusCode(415);
    }

    @Test
    void theSameAtTheSameTimeIsTakenOnce() {
        Response[] answers = new Response[8];
        IntStream.range(0, answers.length).parallel()
                .forEach(i -> answers[i] = city.as("integration").body(RESPONSE).post(responses));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
    }
}
