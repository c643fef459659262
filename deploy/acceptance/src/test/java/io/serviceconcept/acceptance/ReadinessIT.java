package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** A channel opens when what it requires is in place: one service says what is required, the other keeps the gate. */
class ReadinessIT {

    private static final String ACTIVE = "{\"status\": \"ACTIVE\"}";
    private static final String OVERRIDE = "{\"status\": \"ACTIVE\", \"override\": {\"reason\": \"We call back by phone\"}}";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final LoadedExample municipality = TestPlatform.copyOfMunicipality("readiness");
    private final String concept = "/v1/concepts/" + municipality.concept();

    @Test
    void aBlockingRequirementKeepsAChannelClosedUntilItIsFulfilled() {
        String channel = channel();
        String requirement = blocking(channel);
        awaitReady(channel, false);

        Response refused = status("dirk", channel, ACTIVE);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        JsonNode problem = Gateway.json(refused);
        assertThat(problem.path("type").asText()).isEqualTo("https://serviceconcept.io/problems/channel-not-ready");
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/message").asText()).contains("Software on the computers", "ICT", "2099-12-01");
        assertThat(problem.at("/requirements/0/id").asText()).isEqualTo(requirement);

        move(requirement, "IN_PROGRESS");
        move(requirement, "FULFILLED");
        awaitReady(channel, true);
        Response opened = status("dirk", channel, ACTIVE);
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(200);
        assertThat(Gateway.get("mila", address(channel)).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void theVideoCallsOfTheStoryWaitForOneProcess() {
        String channel = municipality.id("channel", "video-call");
        awaitReady(channel, false);

        JsonNode problem = Gateway.json(status("dirk", channel, ACTIVE));
        assertThat(problem.path("type").asText()).isEqualTo("https://serviceconcept.io/problems/channel-not-ready");
        assertThat(problem.path("requirements")).hasSize(1);
        assertThat(problem.at("/requirements/0/id").asText()).isEqualTo(municipality.id("requirement", "aggression"));
    }

    @Test
    void aManagerOpensWhatIsNotReadyAndADesignerDoesNot() {
        String channel = channel();
        blocking(channel);
        awaitReady(channel, false);

        Response refused = status("dirk", channel, OVERRIDE);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
        assertThat(Gateway.get("mila", address(channel)).path("status").asText()).isEqualTo("PLANNED");

        Response opened = status("marit", channel, OVERRIDE);
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(200);
        JsonNode last = whatHappenedLast();
        assertThat(last.path("what").asText()).contains("became ACTIVE in spite of", "Software on the computers");
        assertThat(last.path("why").asText()).isEqualTo("We call back by phone");
    }

    @Test
    void aRequirementIsTheWorkOfWhoWasNamedForIt() {
        String channel = channel();
        String requirement = blocking(channel);
        awaitReady(channel, false);

        assertThat(Gateway.get("dirk", concept + "/my-work").path("items")).anySatisfy(item -> {
            assertThat(item.path("kind").asText()).isEqualTo("REQUIREMENT");
            assertThat(item.path("id").asText()).isEqualTo(requirement);
            assertThat(Gateway.get("dirk", item.path("href").asText()).path("owner").asText()).isEqualTo("Dirk de Jong");
        });
        assertThat(Gateway.get("mila", concept + "/my-work").path("items")).isEmpty();
        assertThat(Gateway.get("mila", concept + "/my-work?owner=ict").path("items"))
                .anySatisfy(item -> assertThat(item.path("id").asText()).isEqualTo(requirement));
    }

    private String channel() {
        Response added = Gateway.as("dirk").body("{\"name\": \"Kiosk " + UUID.randomUUID() + "\", \"kind\": \"KIOSK\"}")
                .post(concept + "/channels");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        return Gateway.json(added).path("id").asText();
    }

    /** The channel is known to journey-service a moment later. */
    private String blocking(String channel) {
        String body = """
                {"concept": "%s", "name": "Software on the computers", "kind": "TECHNOLOGY", "channel": "%s",
                 "needs": ["%s"], "objectives": ["%s"], "department": "ICT", "owner": "Dirk de Jong",
                 "dueDate": "2099-12-01", "blocking": true}""".formatted(municipality.concept(), channel,
                municipality.id("need", "human"), municipality.id("objective", "satisfaction-at-least-7"));
        return Awaitility.await().atMost(SOON).until(() -> Gateway.as("dirk").body(body).post("/v1/requirements"),
                response -> response.statusCode() == 201).path("id");
    }

    /** The history is told from the beginning, page by page. */
    private JsonNode whatHappenedLast() {
        Response page = Gateway.as("mila").get(concept + "/history?limit=200");
        while (page.header("Link") != null) {
            page = Gateway.as("mila").get(page.header("Link").replaceFirst("^<(.*)>;.*$", "$1"));
        }
        JsonNode items = Gateway.json(page).path("items");
        return items.get(items.size() - 1);
    }

    private void move(String requirement, String state) {
        String address = "/v1/requirements/" + requirement;
        Response moved = Gateway.as("dirk").header("If-Match", Gateway.etag("dirk", address))
                .body("{\"state\": \"" + state + "\"}").put(address + "/state");
        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
    }

    private void awaitReady(String channel, boolean ready) {
        Awaitility.await().atMost(SOON).until(() -> Gateway.get("mila", address(channel) + "/readiness")
                .path("ready").asBoolean() == ready);
    }

    private Response status(String person, String channel, String body) {
        return Gateway.as(person).header("If-Match", Gateway.etag(person, address(channel))).body(body)
                .put(address(channel) + "/status");
    }

    private String address(String channel) {
        return concept + "/channels/" + channel;
    }
}
