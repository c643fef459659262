package io.serviceconcept.slices;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class InvitationsTest {

    private final Organisation city = Organisation.fresh();
    private String indicator = "";
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        indicator = city.satisfaction();
        survey = city.survey(indicator);
    }

    private ValidatableResponse issue(String body) {
        return issue("k", body);
    }

    private ValidatableResponse issue(String key, String body) {
        return city.as("integration").header("Idempotency-Key", key).body(body)
                .post("/v1/surveys/" + survey + "/invitations").then();
    }

    private List<String> issued(int count) {
        return issue("{\"count\": %d, \"expiresAt\": \"%s\", \"location\": \"North\"}".formatted(count,
                Instant.now().plus(Duration.ofDays(1)))).statusCode(201)
                .header("Location", startsWith("/v1/surveys/" + survey + "/invitations/")).extract().path("invitations");
    }

    private static ValidatableResponse form(String invitation) {
        return given().queryParam("language", "en").get("/v1/public/surveys/" + invitation).then();
    }

    private static ValidatableResponse answer(String invitation, String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/public/surveys/" + invitation).then();
    }

    private static String mark(int value) {
        return "{\"answers\": [{\"question\": \"mark\", \"value\": " + value + "}]}";
    }

    @Test
    void whoIsInvitedSeesTheFormAndAnswersOnce() {
        String invitation = issued(2).getFirst();

        form(invitation).statusCode(200).body("survey", equalTo(survey)).body("questions.id", contains("mark", "ease"));
        answer(invitation, mark(8)).statusCode(201).body("$", hasKey("receivedAt"));
        answer(invitation, mark(8)).statusCode(200);
        answer(invitation, mark(9)).statusCode(409).contentType("application/problem+json")
                .body("type", endsWith("/invitation-used"));
        form(invitation).statusCode(409).body("type", endsWith("/invitation-used"));
    }

    @Test
    void theAnswersOfManyCountWithTheCircumstancesOfTheirInvitation() {
        issued(10).forEach(invitation -> answer(invitation, mark(8)).statusCode(201));

        Awaitility.await().untilAsserted(() -> city.as("viewer")
                .get("/v1/indicators/" + indicator + "/results?period=YEAR&dimension=LOCATION").then()
                .body("items.slice.key", contains("North")).body("items[0].n", equalTo(10)));
    }

    @Test
    void theSameRequestGivesTheSameInvitations() {
        String body = "{\"count\": 3, \"expiresAt\": \"%s\"}".formatted(Instant.now().plus(Duration.ofDays(1)));
        List<String> first = issue(body).statusCode(201).body("invitations", hasSize(3)).extract().path("invitations");

        issue(body).statusCode(201).body("invitations", equalTo(first));
        issue(body.replace("\"count\": 3", "\"count\": 4")).statusCode(409);
    }

    @Test
    void everyViolationIsNamedAndNothingElseIsTaken() {
        String invitation = issued(1).getFirst();

        answer(invitation, """
                {"customer": "p-1", "answers": [{"question": "mark", "value": 11}, {"question": "shoe-size", "value": 1}]}""")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/customer", "/answers/0/value", "/answers/1/question"));
        answer(invitation, "{\"answers\": ").statusCode(400);
        answer(invitation, "[]").statusCode(400);
        answer(invitation, mark(8).replace("}]}", "}], \"pad\": \"" + "x".repeat(300_000) + "\"}")).statusCode(413);
        answer(invitation, mark(8)).statusCode(201);
    }

    @Test
    void whatIsNotAnInvitationLeadsNowhere() {
        String invitation = issued(1).getFirst();
        char last = invitation.charAt(invitation.length() - 2);

        form(invitation.substring(1)).statusCode(404);
        form(invitation.substring(0, invitation.length() - 2) + (last == 'A' ? 'B' : 'A')
                + invitation.charAt(invitation.length() - 1)).statusCode(404);
        form("x").statusCode(404);
        answer("A".repeat(100), mark(8)).statusCode(404);
    }

    @Test
    void anExpiredInvitationIsNotTaken() {
        Instant soon = Instant.now().plusMillis(1_500);
        List<String> invitations = issue("{\"count\": 1, \"expiresAt\": \"%s\"}".formatted(soon)).statusCode(201).extract()
                .path("invitations");

        Awaitility.await().untilAsserted(() -> form(invitations.getFirst()).statusCode(410)
                .body("type", endsWith("/invitation-expired")));
        answer(invitations.getFirst(), mark(8)).statusCode(410);
    }

    @Test
    void withdrawnInvitationsAreNotTaken() {
        ValidatableResponse batch = issue("other",
                "{\"count\": 1, \"expiresAt\": \"%s\"}".formatted(Instant.now().plus(Duration.ofDays(1))));
        String location = batch.extract().header("Location");
        List<String> withdrawn = batch.extract().path("invitations");
        List<String> others = issued(1);
        city.as("analyst").get(location).then().statusCode(200).header("ETag", "\"1\"").body("withdrawn", equalTo(false))
                .body("$", not(hasKey("invitations")));

        city.as("analyst").delete(location).then().statusCode(428);
        city.as("analyst").header("If-Match", "\"2\"").delete(location).then().statusCode(412);
        city.as("analyst").header("If-Match", "\"1\"").delete(location).then().statusCode(204).header("ETag", "\"2\"");

        city.as("analyst").get(location).then().body("withdrawn", equalTo(true));
        city.as("integration").get(location + "/history").then().statusCode(200).body("items.event",
                contains("measurement.invitations-issued.v1", "measurement.invitations-withdrawn.v1"));
        city.as("viewer", "designer").get(location + "/history").then().statusCode(403);
        Organisation.fresh().as("admin").get(location + "/history").then().statusCode(404);
        form(withdrawn.getFirst()).statusCode(410);
        form(others.getFirst()).statusCode(200);
    }

    @Test
    void invitationsHaveBounds() {
        issue("{\"count\": 0, \"expiresAt\": \"%s\"}".formatted(Instant.now().plusSeconds(60))).statusCode(400);
        issue("{\"count\": 1001, \"expiresAt\": \"%s\"}".formatted(Instant.now().plusSeconds(60))).statusCode(400);
        issue("{\"count\": 1, \"expiresAt\": \"2020-01-01T00:00:00Z\", \"interactionAt\": \"2024-12-31T00:00:00Z\"}")
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/expiresAt", "/interactionAt"));
        issue("{\"count\": 1, \"expiresAt\": \"%s\"}".formatted(Instant.now().plus(Duration.ofDays(400)))).statusCode(400);
        city.as("viewer", "designer").body("{\"count\": 1, \"expiresAt\": \"%s\"}".formatted(Instant.now().plusSeconds(60)))
                .post("/v1/surveys/" + survey + "/invitations").then().statusCode(403);
        Organisation.fresh().as("analyst")
                .body("{\"count\": 1, \"expiresAt\": \"%s\"}".formatted(Instant.now().plusSeconds(60)))
                .post("/v1/surveys/" + survey + "/invitations").then().statusCode(404);
    }
}
