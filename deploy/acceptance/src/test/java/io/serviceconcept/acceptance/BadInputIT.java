package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** What is wrong with a request is all said at once, and nothing of it is kept. */
class BadInputIT {

    private static final String GROUP = """
            {"name": "Everybody twice", "share": 120, "selfReliance": "VERY HIGH", "digitalSkill": "HIGH",
             "contactPreferences": [], "otherLayers": [], "unusableChannels": [], "favouriteColour": "blue"}""";

    @Test
    void malformedJsonIsRefused() {
        Response response = Gateway.as("dirk").body("{\"name\": \"Half a conc").post("/v1/concepts");

        assertProblem(response, 400, "invalid-input");
        assertThat(response.asString()).doesNotContain("Exception").doesNotContain("jackson").doesNotContain("java");
    }

    @Test
    void aShareOf120PercentIsRefusedTogetherWithEverythingElseThatIsWrong() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        String groups = "/v1/concepts/" + example.concept() + "/customer-groups";
        JsonNode before = Gateway.get("dirk", groups);

        Response response = Gateway.as("dirk").body(GROUP).post(groups);

        assertProblem(response, 400, "invalid-input");
        assertThat(pointers(response)).contains("/share", "/selfReliance", "/favouriteColour");
        assertThat(Gateway.get("dirk", groups)).isEqualTo(before);
    }

    @Test
    void aResponseIsRefusedWithEveryViolationAndItsPointer() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        ObjectNode response = Responses.of("all-wrong", Instant.now().plus(Duration.ofHours(1)), 11);
        ((ObjectNode) response.at("/answers/1")).put("question", "nobody-asked");
        ((ObjectNode) response.at("/answers/2")).put("question", "conversation");
        response.put("mood", "bad");

        Response answer = Responses.push(example, response);

        assertProblem(answer, 400, "invalid-input");
        assertThat(pointers(answer)).contains("/interactionAt", "/answers/0/value", "/answers/1/question",
                "/answers/2/question", "/mood");
        // Nothing of it was kept: the same id is still free for another content.
        assertThat(Responses.push(example, Responses.of("all-wrong", Instant.now(), 8)).statusCode()).isEqualTo(201);
    }

    @Test
    void anAnswerOffTheScaleAnUnknownQuestionAndAFutureInteractionAreEachRefusedAlone() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        ObjectNode offTheScale = Responses.of("off-the-scale", Instant.now(), 0);
        ObjectNode unknownQuestion = Responses.of("unknown-question", Instant.now(), 8);
        ((ObjectNode) unknownQuestion.at("/answers/0")).put("question", "weather");
        ObjectNode future = Responses.of("future", Instant.now().plus(Duration.ofMinutes(30)), 8);

        assertThat(pointers(Responses.push(example, offTheScale))).containsExactly("/answers/0/value", "/answers/1/value",
                "/answers/2/value");
        assertThat(pointers(Responses.push(example, unknownQuestion))).containsExactly("/answers/0/question");
        assertThat(pointers(Responses.push(example, future))).containsExactly("/interactionAt");
    }

    @Test
    void aBadItemOfABatchFailsAlone() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        ArrayNode batch = JsonNodeFactory.instance.arrayNode()
                .add(Responses.of("batch-good", Instant.now(), 8))
                .add(Responses.of("batch-off-the-scale", Instant.now(), 12))
                .add(Responses.of("batch-good", Instant.now().minusMillis(1), 9));

        Response response = Responses.pushAll(example, batch);

        assertThat(response.statusCode()).isEqualTo(207);
        List<Integer> statuses = new ArrayList<>();
        Gateway.json(response).path("items").forEach(item -> statuses.add(item.path("status").asInt()));
        assertThat(statuses).containsExactly(201, 400, 409);
    }

    @Test
    void theSameResponseIdWithOtherContentIsAConflictAndTheFirstStays() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        ObjectNode first = Responses.of("reused", Instant.now(), 8);
        assertThat(Responses.push(example, first).statusCode()).isEqualTo(201);

        Response other = Responses.push(example, Responses.of("reused", Instant.now(), 2));

        assertProblem(other, 409, "response-id-reused");
        assertThat(Responses.push(example, first).statusCode()).isEqualTo(200);
    }

    @Test
    void anObservationThatMeasuresNothingIsRefused() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        String observation = """
                {"source": "doubtful", "key": "one", "indicator": "%s", "from": "2026-02-30", "to": "2026-01-01",
                 "value": -5, "weather": "rain"}""".formatted(example.id("indicator", "visitors"));

        Response response = Gateway.as(Gateway.INTEGRATION).body(observation).post("/v1/observations");

        assertProblem(response, 400, "invalid-input");
        assertThat(pointers(response)).contains("/from", "/value", "/location", "/weather");
    }

    @Test
    void aStaleVersionIsRefusedAndAMissingOneAskedFor() {
        LoadedExample example = TestPlatform.copyOfMunicipality("bad-input");
        String layer = "/v1/concepts/" + example.concept() + "/layers/" + example.id("layer", "informing");
        String etag = Gateway.etag("dirk", layer);
        String body = """
                {"name": "Informeren en uitleggen", "approach": "INFORMING", "position": 1}""";
        assertThat(Gateway.as("dirk").header("If-Match", etag).body(body).put(layer).statusCode()).isEqualTo(200);
        JsonNode changed = Gateway.get("dirk", layer);

        Response stale = Gateway.as("dirk").header("If-Match", etag).body(body.replace("uitleggen", "zwijgen")).put(layer);
        Response unconditional = Gateway.as("dirk").body(body.replace("uitleggen", "zwijgen")).put(layer);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(unconditional.statusCode()).isEqualTo(428);
        assertThat(Gateway.get("dirk", layer)).isEqualTo(changed);
    }

    @Test
    void aConceptThatIsNotCoherentIsRefusedWithEveryReason() {
        String body = """
                {"name": "Nog niets", "slug": "not-coherent", "description": "Empty on purpose."}""";
        Response created = Gateway.as("dirk").header("Idempotency-Key", "not-coherent").body(body).post("/v1/concepts");
        String concept = "/v1/concepts/" + Gateway.json(created).path("id").asText();
        Gateway.as("dirk").body("""
                {"name": "Half", "share": 50, "selfReliance": "LOW", "digitalSkill": "LOW", "contactPreferences": [],
                 "otherLayers": [], "unusableChannels": []}""").post(concept + "/customer-groups");
        Gateway.as("dirk").body("""
                {"name": "Zwevend", "kind": "WEB", "means": [], "legallyRequired": false}""").post(concept + "/channels");

        Response refused = Gateway.as("marit").header("If-Match", Gateway.etag("marit", concept)).put(concept + "/proposal");

        assertProblem(refused, 409, "concept-not-coherent");
        List<String> codes = new ArrayList<>();
        Gateway.json(refused).path("blockingReasons").forEach(reason -> codes.add(reason.path("code").asText()));
        assertThat(codes).contains("no-layer", "channel-without-layer", "group-without-home-layer", "shares-not-100");
        assertThat(Gateway.get("marit", concept).path("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void everyProblemSaysWhatWhereAndInWhichTrace() {
        Response response = Gateway.as("dirk").body("{}").post("/v1/concepts");

        JsonNode problem = Gateway.json(response);
        Map.of("title", true, "detail", true, "traceId", true, "status", true)
                .forEach((member, there) -> assertThat(problem.hasNonNull(member)).as(member).isEqualTo(there));
        assertThat(problem.path("instance").asText()).isEqualTo("/v1/concepts");
        assertThat(response.header("API-Version")).isEqualTo("1.0.0");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Cache-Control")).contains("no-store");
    }

    private static void assertProblem(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(Gateway.json(response).path("type").asText()).isEqualTo("https://serviceconcept.io/problems/" + type);
    }

    private static List<String> pointers(Response response) {
        List<String> pointers = new ArrayList<>();
        Gateway.json(response).path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
        return pointers;
    }
}
