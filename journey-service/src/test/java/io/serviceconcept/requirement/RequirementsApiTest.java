package io.serviceconcept.requirement;

import static io.restassured.RestAssured.given;
import static io.serviceconcept.testing.Api.addPhase;
import static io.serviceconcept.testing.Api.addTouchpoint;
import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.touchpoint;
import static io.serviceconcept.testing.Requirements.etag;
import static io.serviceconcept.testing.Requirements.move;
import static io.serviceconcept.testing.Requirements.opened;
import static io.serviceconcept.testing.Requirements.requirement;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

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
class RequirementsApiTest {

    private static final String REQUIREMENTS = "/v1/requirements/";

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);

    @Test
    void aRequirementIsOpenedAndRead() {
        String id = opened(requirement(concept));

        as("viewer").get(REQUIREMENTS + id).then().statusCode(200).header("ETag", "\"1\"")
                .body("id", equalTo(id)).body("concept", equalTo(concept.id.toString()))
                .body("name", equalTo("Software on the computers")).body("kind", equalTo("TECHNOLOGY"))
                .body("channel", equalTo(concept.video.toString())).body("needs", contains(concept.human.toString()))
                .body("objectives", contains(concept.satisfied.toString())).body("department", equalTo("ICT"))
                .body("owner", equalTo("Dirk de Jong")).body("dueDate", equalTo("2026-12-01"))
                .body("blocking", equalTo(true)).body("state", equalTo("OPEN"))
                .body("nextStates", contains("IN_PROGRESS", "WAIVED")).body("version", equalTo(1))
                .body("$", not(hasKey("reason"))).body("$", not(hasKey("journey")));
    }

    @Test
    void anOpenedRequirementSaysWhereItIs() {
        opened(requirement(concept));

        Response response = as("manager").body(requirement(concept)).post("/v1/requirements");

        response.then().statusCode(201).header("ETag", "\"1\"")
                .header("Location", equalTo(REQUIREMENTS + response.path("id")));
    }

    @Test
    void theSameRequestAgainOpensNothing() {
        opened(requirement(concept));
        String key = UUID.randomUUID().toString();

        String first = as("designer").header("Idempotency-Key", key).body(requirement(concept)).post("/v1/requirements")
                .then().statusCode(201).extract().path("id");
        as("designer").header("Idempotency-Key", key).body(requirement(concept)).post("/v1/requirements").then()
                .statusCode(201).header("Location", endsWith(first)).body("id", equalTo(first));
        Map<String, Object> other = requirement(concept);
        other.put("name", "Something else");
        as("designer").header("Idempotency-Key", key).body(other).post("/v1/requirements").then()
                .statusCode(409).body("type", endsWith("/idempotency-key-reused"));
    }

    @Test
    void aRequirementOfATouchpointNamesItsJourney() {
        String journey = createJourney(concept);
        String talk = addTouchpoint(journey, touchpoint(addPhase(journey, "Talk"), "Call", concept.video));
        Map<String, Object> body = requirement(concept);
        body.remove("channel");
        body.putAll(Map.of("journey", journey, "touchpoint", talk, "blocking", false));

        String id = opened(body);

        as("viewer").get(REQUIREMENTS + id).then().statusCode(200).body("journey", equalTo(journey))
                .body("touchpoint", equalTo(talk)).body("$", not(hasKey("channel")));
        as("viewer").get("/v1/requirements?journey=" + journey).then().statusCode(200).body("items.id", contains(id));
    }

    @Test
    void whatARequirementHangsOnIsToldWhole() {
        Map<String, Object> nowhere = requirement(concept);
        nowhere.remove("channel");
        as("designer").body(nowhere).post("/v1/requirements").then().statusCode(400)
                .body("type", endsWith("/invalid-input")).body("errors.pointer", contains("/channel"));
        nowhere.put("blocking", false);
        as("designer").body(nowhere).post("/v1/requirements").then().statusCode(400)
                .body("errors.pointer", contains("/channel"));
        nowhere.putAll(Map.of("touchpoint", UUID.randomUUID(), "blocking", true));
        as("designer").body(nowhere).post("/v1/requirements").then().statusCode(400)
                .body("errors.pointer", contains("/channel", "/journey"));
        Map<String, Object> half = requirement(concept);
        half.put("journey", UUID.randomUUID());
        as("designer").body(half).post("/v1/requirements").then().statusCode(400)
                .body("errors.pointer", contains("/touchpoint"));
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        String journey = createJourney(concept);
        Map<String, Object> body = requirement(concept);
        body.putAll(Map.of("channel", UUID.randomUUID(), "journey", journey, "touchpoint", UUID.randomUUID(), "needs",
                List.of(concept.human, UUID.randomUUID()), "objectives", List.of(UUID.randomUUID(), concept.satisfied)));

        as("designer").body(body).post("/v1/requirements").then().statusCode(409).header("Retry-After", "1")
                .body("type", endsWith("/unknown-reference"))
                .body("errors.pointer", contains("/channel", "/touchpoint", "/needs/1", "/objectives/0"));
        body.put("concept", UUID.randomUUID());
        as("designer").body(body).post("/v1/requirements").then().statusCode(409)
                .body("errors.pointer", contains("/concept"));
    }

    @Test
    void aJourneyOfAnotherConceptIsUnknown() {
        Concept other = Concept.drafted(Api.MUNICIPALITY);
        String journey = createJourney(other);
        String talk = addTouchpoint(journey, touchpoint(addPhase(journey, "Talk"), "Call", other.video));
        opened(requirement(concept));
        Map<String, Object> body = requirement(concept);
        body.putAll(Map.of("journey", journey, "touchpoint", talk));

        as("designer").body(body).post("/v1/requirements").then().statusCode(409)
                .body("errors.pointer", contains("/journey"));
    }

    @Test
    void aRequirementChangesWhatItAsksFor() {
        String id = opened(requirement(concept));
        Map<String, Object> changed = requirement(concept);
        changed.putAll(Map.of("name", "Cameras", "channel", concept.desk, "blocking", false, "needs", List.of()));
        changed.remove("owner");
        changed.remove("dueDate");

        as("manager").header("If-Match", "\"1\"").body(changed).put(REQUIREMENTS + id).then().statusCode(200)
                .header("ETag", "\"2\"").body("name", equalTo("Cameras")).body("channel", equalTo(concept.desk.toString()))
                .body("blocking", equalTo(false)).body("needs", empty()).body("$", not(hasKey("owner")))
                .body("$", not(hasKey("dueDate"))).body("state", equalTo("OPEN"));
    }

    @Test
    void aRequirementStaysWithItsConcept() {
        String id = opened(requirement(concept));
        Concept other = Concept.drafted(Api.MUNICIPALITY);
        opened(requirement(other));

        as("designer").header("If-Match", etag(id)).body(requirement(other)).put(REQUIREMENTS + id).then().statusCode(409)
                .body("type", endsWith("/concept-is-fixed"));
    }

    @Test
    void aRequirementGoesFromOpenToFulfilledAndBack() {
        String id = opened(requirement(concept));

        move(id, "IN_PROGRESS", null).statusCode(200).header("ETag", "\"2\"").body("state", equalTo("IN_PROGRESS"))
                .body("nextStates", contains("FULFILLED", "WAIVED"));
        move(id, "FULFILLED", null).statusCode(200).body("state", equalTo("FULFILLED"))
                .body("nextStates", contains("OPEN"));
        move(id, "OPEN", "It no longer starts").statusCode(200).body("state", equalTo("OPEN"))
                .body("reason", equalTo("It no longer starts"));
        move(id, "WAIVED", "We do without").statusCode(200).body("state", equalTo("WAIVED"))
                .body("reason", equalTo("We do without"));
        move(id, "WAIVED", null).statusCode(200).header("ETag", "\"5\"");
    }

    @Test
    void aStateThatCannotFollowIsRefusedWithThoseThatCan() {
        String id = opened(requirement(concept));

        move(id, "FULFILLED", null).statusCode(409).body("type", endsWith("/requirement-state-not-next"))
                .body("allowed", contains("IN_PROGRESS", "WAIVED"));
        move(id, "DONE", null).statusCode(400).body("errors.pointer", contains("/state"));
    }

    @Test
    void whoWaivesSaysWhy() {
        String id = opened(requirement(concept));

        move(id, "WAIVED", null).statusCode(400).body("type", endsWith("/reason-required"))
                .body("errors.pointer", contains("/reason"));
        move(id, "WAIVED", "We do without").statusCode(200);
        move(id, "OPEN", " ").statusCode(400).body("type", endsWith("/reason-required"));
    }

    @Test
    void whatIsOverIsOpenedAgainBeforeItChanges() {
        String id = opened(requirement(concept));
        move(id, "WAIVED", "We do without");
        Map<String, Object> changed = requirement(concept);
        changed.put("blocking", false);

        as("designer").header("If-Match", etag(id)).body(changed).put(REQUIREMENTS + id).then().statusCode(409)
                .body("type", endsWith("/requirement-is-over"));
    }

    @Test
    void aChangeBuildsOnTheVersionThatWasSeen() {
        String id = opened(requirement(concept));
        move(id, "IN_PROGRESS", null).statusCode(200);

        as("designer").header("If-Match", "\"1\"").body(requirement(concept)).put(REQUIREMENTS + id).then().statusCode(412);
        as("designer").header("If-Match", "\"1\"").body(Map.of("state", "FULFILLED")).put(REQUIREMENTS + id + "/state")
                .then().statusCode(412).body("type", endsWith("/stale-version"));
        as("designer").body(requirement(concept)).put(REQUIREMENTS + id).then().statusCode(428);
        as("designer").body(Map.of("state", "FULFILLED")).put(REQUIREMENTS + id + "/state").then().statusCode(428);
        as("viewer").header("If-None-Match", "\"2\"").get(REQUIREMENTS + id).then().statusCode(304);
    }

    @Test
    void everythingThatIsWrongWithABodyIsToldAtOnce() {
        Map<String, Object> body = requirement(concept);
        body.putAll(Map.of("name", " ", "kind", "MAGIC", "department", "x".repeat(201), "owner", "", "dueDate", "soon",
                "blocking", "yes", "needs", List.of(concept.human, concept.human), "colour", "red"));
        body.remove("concept");

        as("designer").body(body).post("/v1/requirements").then().statusCode(400)
                .body("errors.pointer.unique()", containsInAnyOrder("/concept", "/name", "/kind", "/department", "/owner",
                        "/dueDate", "/blocking", "/needs", "/colour"));
    }

    @Test
    void onlyThoseMayChangeWhoseRoleItIs() {
        String id = opened(requirement(concept));

        for (String reader : List.of("viewer", "analyst")) {
            as(reader).get(REQUIREMENTS + id).then().statusCode(200);
            as(reader).get(REQUIREMENTS + id + "/history").then().statusCode(200);
            as(reader).body(requirement(concept)).post("/v1/requirements").then().statusCode(403);
            as(reader).header("If-Match", "\"1\"").body(requirement(concept)).put(REQUIREMENTS + id).then().statusCode(403);
            as(reader).header("If-Match", "\"1\"").body(Map.of("state", "IN_PROGRESS")).put(REQUIREMENTS + id + "/state")
                    .then().statusCode(403);
        }
        for (String outsider : List.of("integration", "operator")) {
            as(outsider).get("/v1/requirements").then().statusCode(403);
            as(outsider).get(REQUIREMENTS + id).then().statusCode(403);
            as(outsider).get(REQUIREMENTS + id + "/history").then().statusCode(403);
        }
        given().get("/v1/requirements").then().statusCode(401);
    }

    @Test
    void anotherOrganisationSeesNothing() {
        String id = opened(requirement(concept));
        String shop = "fashion-for-you";

        as(shop, "manager").get(REQUIREMENTS + id).then().statusCode(404).body("type", endsWith("/not-found"));
        as(shop, "manager").get(REQUIREMENTS + id + "/history").then().statusCode(404);
        as(shop, "manager").header("If-Match", "\"7\"").body(requirement(concept)).put(REQUIREMENTS + id).then()
                .statusCode(404);
        as(shop, "manager").header("If-Match", "\"7\"").body(Map.of("state", "IN_PROGRESS"))
                .put(REQUIREMENTS + id + "/state").then().statusCode(404);
        as(shop, "manager").get("/v1/requirements?concept=" + concept.id).then().statusCode(200).body("items", empty());
        as("viewer").get(REQUIREMENTS + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theHistorySaysWhoDidWhatAndWhy() {
        String id = opened(requirement(concept));
        move(id, "WAIVED", "We do without");

        as("viewer").get(REQUIREMENTS + id + "/history?limit=1").then().statusCode(200)
                .header("Link", containsString("rel=\"next\"")).body("items.type", contains("requirement.opened.v1"));
        as("viewer").get(Api.next(as("viewer").get(REQUIREMENTS + id + "/history?limit=1"))).then().statusCode(200)
                .body("items.version", contains(2)).body("items.type", contains("requirement.waived.v1"))
                .body("items.actor", contains("somebody-designer")).body("items.why", contains("We do without"))
                .body("items.state", contains("WAIVED")).body("items[0].requirement.department", equalTo("ICT"));
    }

    @Test
    void whoeverChangesARequirementCanSayWhy() {
        String id = as("designer").header("Change-Reason", "Found in the pilot").body(requirement(concept))
                .post("/v1/requirements").then().statusCode(201).extract().path("id");
        as("designer").header("If-Match", "\"1\"").header("Change-Reason", "Of the request")
                .body(Map.of("state", "WAIVED", "reason", "We do without")).put(REQUIREMENTS + id + "/state").then()
                .statusCode(200);

        as("viewer").get(REQUIREMENTS + id + "/history").then().statusCode(200)
                .body("items.why", contains("Found in the pilot", "We do without"));
    }
}
