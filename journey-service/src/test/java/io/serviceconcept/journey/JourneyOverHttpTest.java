package io.serviceconcept.journey;

import static io.restassured.RestAssured.given;
import static io.serviceconcept.testing.Api.addPhase;
import static io.serviceconcept.testing.Api.addTouchpoint;
import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.etag;
import static io.serviceconcept.testing.Api.journey;
import static io.serviceconcept.testing.Api.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class JourneyOverHttpTest {

    private static final String JOURNEYS = "/v1/journeys/";

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);

    @Test
    void aJourneyIsCreatedAndRead() {
        String id = createJourney(concept);

        as("viewer").get(JOURNEYS + id).then().statusCode(200)
                .header("ETag", "\"1\"").header("API-Version", "1.0.0").header("Cache-Control", "no-store")
                .body("id", equalTo(id)).body("concept", equalTo(concept.id.toString()))
                .body("name", equalTo("Applying for income support")).body("kind", equalTo("AS_IS"))
                .body("service", equalTo("Income support")).body("groups", contains(concept.group.toString()))
                .body("published", equalTo(false)).body("phases", hasSize(0)).body("version", equalTo(1));
    }

    @Test
    void aCreatedJourneySaysWhereItIs() {
        createJourney(concept);

        Response response = as("designer").body(journey(concept)).post("/v1/journeys");

        response.then().statusCode(201).header("ETag", "\"1\"").header("Location", equalTo(JOURNEYS + response.path("id")));
    }

    @Test
    void theSameRequestAgainCreatesNothing() {
        createJourney(concept);
        String key = UUID.randomUUID().toString();

        String first = as("designer").header("Idempotency-Key", key).body(journey(concept)).post("/v1/journeys").then()
                .statusCode(201).extract().path("id");
        as("designer").header("Idempotency-Key", key).body(journey(concept)).post("/v1/journeys").then()
                .statusCode(201).header("Location", endsWith(first)).body("id", equalTo(first));
        Map<String, Object> other = journey(concept);
        other.put("name", "Another journey");
        as("designer").header("Idempotency-Key", key).body(other).post("/v1/journeys").then()
                .statusCode(409).body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void theSamePhaseIsAddedOnce() {
        String id = createJourney(concept);
        String key = UUID.randomUUID().toString();

        String first = as("designer").header("Idempotency-Key", key).body(Map.of("name", "Orient"))
                .post(JOURNEYS + id + "/phases").then().statusCode(201).extract().path("id");
        as("designer").header("Idempotency-Key", key).body(Map.of("name", "Orient")).post(JOURNEYS + id + "/phases").then()
                .statusCode(201).body("id", equalTo(first));

        as("viewer").get(JOURNEYS + id).then().body("phases", hasSize(1));
    }

    @Test
    void aJourneyChangesWhatItIsAbout() {
        String id = createJourney(concept);
        Map<String, Object> changed = journey(concept);
        changed.put("name", "Income support");
        changed.remove("service");

        as("manager").header("If-Match", etag(id)).body(changed).put(JOURNEYS + id).then()
                .statusCode(200).header("ETag", "\"2\"").body("name", equalTo("Income support"))
                .body("$", not(hasKey("service")));
    }

    @Test
    void aJourneyStaysWithItsConcept() {
        String id = createJourney(concept);
        Concept other = Concept.drafted(Api.MUNICIPALITY);
        createJourney(other);

        as("designer").header("If-Match", etag(id)).body(journey(other)).put(JOURNEYS + id).then()
                .statusCode(409).body("type", endsWith("/concept-is-fixed"));
    }

    @Test
    void touchpointsKeepTheirOrderWhenTheyAreInsertedMovedAndRemoved() {
        String id = createJourney(concept);
        String talk = addPhase(id, "Talk");
        String orient = as("designer").body(Map.of("name", "Orient", "position", 1)).post(JOURNEYS + id + "/phases").then()
                .statusCode(201).body("position", equalTo(1)).extract().path("id");
        String call = addTouchpoint(id, touchpoint(talk, "Call", concept.video, concept.human));
        String visit = addTouchpoint(id, touchpoint(talk, "Visit", concept.desk));
        Map<String, Object> wait = touchpoint(talk, "Wait", concept.desk, concept.speed);
        wait.put("position", 1);
        String waiting = addTouchpoint(id, wait);

        assertThat(order(id)).containsExactly("Wait", "Call", "Visit");

        Map<String, Object> moved = touchpoint(talk, "Wait", concept.desk, concept.speed);
        moved.put("position", 3);
        as("designer").header("If-Match", etag(id)).body(moved).put(JOURNEYS + id + "/touchpoints/" + waiting).then()
                .statusCode(200).body("position", equalTo(3));
        assertThat(order(id)).containsExactly("Call", "Visit", "Wait");

        as("designer").header("If-Match", etag(id)).body(touchpoint(orient, "Visit", concept.desk))
                .put(JOURNEYS + id + "/touchpoints/" + visit).then().statusCode(200).body("phase", equalTo(orient));
        assertThat(order(id)).containsExactly("Visit", "Call", "Wait");

        as("designer").header("If-Match", etag(id)).delete(JOURNEYS + id + "/touchpoints/" + call).then().statusCode(204);
        assertThat(order(id)).containsExactly("Visit", "Wait");

        as("designer").header("If-Match", etag(id)).body(Map.of("name", "Orient", "position", 2))
                .put(JOURNEYS + id + "/phases/" + orient).then().statusCode(200).body("touchpoints", hasSize(1));
        assertThat(order(id)).containsExactly("Wait", "Visit");
    }

    private static List<String> order(String journey) {
        return as("viewer").get(JOURNEYS + journey).then().extract().path("phases.touchpoints.flatten().name");
    }

    @Test
    void aTouchpointTellsAllThatWasSaid() {
        String id = createJourney(concept);
        Map<String, Object> body = touchpoint(addPhase(id, "Talk"), "Video call", concept.video, concept.human);
        body.putAll(Map.of("goal", "Tell my story", "expectedFeeling", -2, "painPoints", List.of("It fails"),
                "momentOfTruth", true));

        String touchpoint = addTouchpoint(id, body);

        as("viewer").get(JOURNEYS + id + "/touchpoints/" + touchpoint).then().statusCode(200)
                .body("name", equalTo("Video call")).body("channel", equalTo(concept.video.toString()))
                .body("needs", contains(concept.human.toString())).body("goal", equalTo("Tell my story"))
                .body("expectedFeeling", equalTo(-2)).body("painPoints", contains("It fails"))
                .body("momentOfTruth", equalTo(true)).body("channelRetired", equalTo(false));
    }

    @Test
    void aPhaseWithTouchpointsIsNotRemoved() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        String touchpoint = addTouchpoint(id, touchpoint(phase, "Call", concept.video));

        as("designer").header("If-Match", etag(id)).delete(JOURNEYS + id + "/phases/" + phase).then()
                .statusCode(409).body("type", endsWith("/phase-not-empty")).body("touchpoints", contains(touchpoint));
        as("designer").header("If-Match", etag(id)).delete(JOURNEYS + id + "/touchpoints/" + touchpoint).then()
                .statusCode(204);
        as("designer").header("If-Match", etag(id)).delete(JOURNEYS + id + "/phases/" + phase).then().statusCode(204);
        as("viewer").get(JOURNEYS + id + "/phases/" + phase).then().statusCode(404);
    }

    @Test
    void aPlaceThatIsNotThereIsRefused() {
        String id = createJourney(concept);

        as("designer").body(Map.of("name", "Orient", "position", 2)).post(JOURNEYS + id + "/phases").then()
                .statusCode(409).body("type", endsWith("/position-out-of-range"));
    }

    @Test
    void aStaleVersionIsRefused() {
        String id = createJourney(concept);
        String seen = etag(id);
        String phase = addPhase(id, "Talk");

        as("designer").header("If-Match", seen).body(journey(concept)).put(JOURNEYS + id).then()
                .statusCode(412).contentType("application/problem+json").body("type", endsWith("/stale-version"));
        as("designer").header("If-Match", seen).delete(JOURNEYS + id + "/phases/" + phase).then().statusCode(412);
        as("designer").header("If-Match", seen).body(Map.of("name", "Orient")).post(JOURNEYS + id + "/phases").then()
                .statusCode(412);
        as("viewer").get(JOURNEYS + id).then().header("ETag", "\"2\"");
    }

    @Test
    void aChangeWithoutTheVersionItBuildsOnIsRefused() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        String touchpoint = addTouchpoint(id, touchpoint(phase, "Call", concept.video));

        as("designer").body(journey(concept)).put(JOURNEYS + id).then().statusCode(428);
        as("designer").body(Map.of("name", "Talk")).put(JOURNEYS + id + "/phases/" + phase).then().statusCode(428);
        as("designer").delete(JOURNEYS + id + "/phases/" + phase).then().statusCode(428);
        as("designer").body(touchpoint(phase, "Call", concept.video)).put(JOURNEYS + id + "/touchpoints/" + touchpoint)
                .then().statusCode(428);
        as("designer").delete(JOURNEYS + id + "/touchpoints/" + touchpoint).then().statusCode(428);
        as("designer").put(JOURNEYS + id + "/publication").then().statusCode(428);
        as("designer").header("If-Match", "2").delete(JOURNEYS + id + "/phases/" + phase).then().statusCode(400);
    }

    @Test
    void anUnchangedJourneyIsNotSentAgain() {
        String id = createJourney(concept);

        as("viewer").header("If-None-Match", etag(id)).get(JOURNEYS + id).then().statusCode(304);
    }

    @Test
    void everythingThatIsWrongWithABodyIsToldAtOnce() {
        as("designer").body(Map.of("name", " ", "kind", "WISH", "groups", List.of(), "colour", "red")).post("/v1/journeys")
                .then().statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-input"))
                .body("instance", equalTo("/v1/journeys"))
                .body("errors.pointer", containsInAnyOrder("/concept", "/name", "/kind", "/groups", "/colour"));
    }

    @Test
    void everythingThatIsWrongWithATouchpointIsToldAtOnce() {
        String id = createJourney(concept);
        Map<String, Object> body = touchpoint(addPhase(id, "Talk"), "x".repeat(201), concept.video, concept.human,
                concept.human);
        body.putAll(Map.of("channel", "video", "expectedFeeling", 3, "position", 0, "painPoints", List.of("", "It fails"),
                "momentOfTruth", "yes"));

        as("designer").body(body).post(JOURNEYS + id + "/touchpoints").then().statusCode(400)
                .body("errors.pointer.unique()",
                        containsInAnyOrder("/name", "/channel", "/expectedFeeling", "/position", "/needs",
                                "/painPoints/0", "/momentOfTruth"));
        as("viewer").get(JOURNEYS + id).then().body("phases[0].touchpoints", hasSize(0));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        as("designer").body("{\"name\": ").post("/v1/journeys").then().statusCode(400)
                .contentType("application/problem+json").body("type", endsWith("/invalid-input"));
        as("designer").body("{\"name\":\"a\",\"name\":\"b\"}").post("/v1/journeys").then().statusCode(400)
                .body("errors.pointer", contains("/name"));
        as("designer").body("[]").post("/v1/journeys").then().statusCode(400);
        as("designer").body("null").post("/v1/journeys").then().statusCode(400);
        as("designer").post("/v1/journeys").then().statusCode(400).contentType("application/problem+json");
        as("designer").contentType("text/plain").body("hello").post("/v1/journeys").then().statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void onlyThoseMayChangeWhoseRoleItIs() {
        String id = createJourney(concept);

        for (String reader : List.of("viewer", "analyst")) {
            as(reader).get(JOURNEYS + id).then().statusCode(200);
            as(reader).body(journey(concept)).post("/v1/journeys").then().statusCode(403)
                    .contentType("application/problem+json");
            as(reader).body(Map.of("name", "Talk")).post(JOURNEYS + id + "/phases").then().statusCode(403);
            as(reader).header("If-Match", "\"1\"").put(JOURNEYS + id + "/publication").then().statusCode(403);
        }
        for (String writer : List.of("designer", "manager", "admin")) {
            as(writer).body(Map.of("name", "For " + writer)).post(JOURNEYS + id + "/phases").then().statusCode(201);
        }
        for (String outsider : List.of("integration", "operator")) {
            as(outsider).get(JOURNEYS + id).then().statusCode(403);
            as(outsider).get("/v1/journeys").then().statusCode(403);
            as(outsider).get(JOURNEYS + id + "/measured").then().statusCode(403);
            as(outsider).get(JOURNEYS + id + "/history").then().statusCode(403);
        }
    }

    @Test
    void whoeverChangesAJourneyCanSayWhy() {
        String id = createJourney(concept);
        String phase = as("designer").header("Change-Reason", "Customers talk first").body(Map.of("name", "Talk"))
                .post(JOURNEYS + id + "/phases").then().statusCode(201).extract().path("id");
        as("designer").header("If-Match", "\"2\"").header("Change-Reason", "Toch niet: caf%C3%A9").delete(
                JOURNEYS + id + "/phases/" + phase).then().statusCode(204);

        as("viewer").get(JOURNEYS + id + "/history").then().statusCode(200)
                .body("items.why", contains(null, "Customers talk first", "Toch niet: café"));
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        given().get("/v1/journeys").then().statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer")).contentType("application/problem+json");
        given().auth().oauth2("nonsense").get("/v1/journeys").then().statusCode(401);
    }

    @Test
    void anotherOrganisationSeesNothing() {
        String id = createJourney(concept);
        String phase = addPhase(id, "Talk");
        String shop = "fashion-for-you";

        for (String path : List.of("", "/history", "/measured", "/phases/" + phase)) {
            as(shop, "manager").get(JOURNEYS + id + path).then().statusCode(404).contentType("application/problem+json")
                    .body("type", endsWith("/not-found"));
        }
        as(shop, "designer").header("If-Match", "\"2\"").body(journey(concept)).put(JOURNEYS + id).then().statusCode(404);
        as(shop, "designer").header("If-Match", "\"2\"").put(JOURNEYS + id + "/publication").then().statusCode(404);
        as(shop, "designer").body(Map.of("name", "Talk")).post(JOURNEYS + id + "/phases").then().statusCode(404);
        as(shop, "designer").body(touchpoint(phase, "Call", concept.video)).post(JOURNEYS + id + "/touchpoints").then()
                .statusCode(404);
        as(shop, "designer").body(journey(concept)).post("/v1/journeys").then().statusCode(409)
                .body("type", endsWith("/unknown-reference")).body("errors.pointer", contains("/concept"));
        as("viewer").get(JOURNEYS + id).then().header("ETag", "\"2\"");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        as("viewer").get(JOURNEYS + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
        as("viewer").get(JOURNEYS + "not-an-id").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theHistorySaysWhoDidWhat() {
        String id = createJourney(concept);
        addPhase(id, "Talk");
        addPhase(id, "Decide");

        as("viewer").get(JOURNEYS + id + "/history?limit=2").then().statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.version", contains(1, 2))
                .body("items.type", contains("journey.created.v1", "journey.phase-added.v1"))
                .body("items.actor", contains("somebody-designer", "somebody-designer"))
                .body("items[1].change.name", equalTo("Talk"));
        String next = Api.next(as("viewer").get(JOURNEYS + id + "/history?limit=2"));
        as("viewer").get(next).then().statusCode(200).body("items.version", contains(3)).header("Link",
                nullValue());
    }
}
