package io.serviceconcept.eventsourcing.meter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class RebuildOverHttpTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PROJECTIONS = "/v1/operations/meter/projections";
    private static final String REBUILD = PROJECTIONS + "/meter/rebuild";

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("city", "otto", "operator"));
    }

    private static void awaitState(String state) {
        await().atMost(LONG)
                .untilAsserted(() -> operator().get(REBUILD).then().statusCode(200).body("state", equalTo(state)));
    }

    @Test
    void anOperatorSeesHowFarProjectionsAre() {
        operator().get(PROJECTIONS).then().statusCode(200).body("items.name", hasItem("meter"))
                .body("items[0].inline", equalTo(true)).body("items[0].shards", equalTo(1))
                .body("items[0].standsStill", equalTo(null));
        await().atMost(LONG).untilAsserted(() -> operator().get(PROJECTIONS).then().body("items[0].lagSeconds", equalTo(0.0f)));
    }

    @Test
    void anOperatorRebuildsAProjectionAndSeesHowFarItIs() {
        String meter = given().auth().oauth2(Tokens.of("city", "dirk", "designer")).contentType(ContentType.JSON)
                .body("{\"place\": \"cellar\", \"kind\": \"WATER\"}").post("/v1/meters").header("Location");

        operator().post(REBUILD).then().statusCode(202).header("Location", REBUILD)
                .body("state", equalTo("REQUESTED")).body("requestedBy", equalTo("otto"));
        awaitState("DONE");

        operator().get(REBUILD).then().body("percent", equalTo(100)).body("eventsDone", greaterThan(0))
                .body("eventsTotal", greaterThan(0)).body("note", equalTo(null));
        operator().get(PROJECTIONS).then().body("items.rebuild", hasItems("DONE"));
        assertThat(meter).isNotEmpty();
        operator().delete(REBUILD).then().statusCode(409).body("type", containsString("rebuild-over"));
        await().atMost(LONG).untilAsserted(() -> given().get("/q/metrics").then().statusCode(200)
                .body(containsString("projection_rebuild_progress_ratio{projection=\"meter\"} 1.0"))
                .body(containsString("projection_rebuild_running{projection=\"meter\"} 0.0")));
        given().get("/q/health/well").then().statusCode(200).body("checks", hasSize(greaterThan(0)));
    }

    @Test
    void oneAtATimeAndNoneAfterItIsCancelled() {
        await().atMost(LONG).until(() -> operator().post(REBUILD).statusCode() == 202);
        int again = operator().post(REBUILD).statusCode();
        int cancelled = operator().delete(REBUILD).statusCode();

        // it may be done before anybody is able to say otherwise
        assertThat(again).isIn(409, 202);
        assertThat(cancelled).isIn(202, 409);
        await().atMost(LONG).untilAsserted(
                () -> assertThat(operator().get(REBUILD).path("state").toString()).isIn("CANCELLED", "DONE"));
    }

    @Test
    void onlyOperatorsMay() {
        for (String role : new String[] { "viewer", "designer", "analyst", "manager", "admin", "integration" }) {
            RequestSpecification other = given().auth().oauth2(Tokens.of("city", "ann", role));
            other.get(PROJECTIONS).then().statusCode(403).contentType(startsWith("application/problem+json"));
            other.post(REBUILD).then().statusCode(403);
            other.get(REBUILD).then().statusCode(403);
            other.delete(REBUILD).then().statusCode(403);
        }
        given().post(REBUILD).then().statusCode(401);
    }

    @Test
    void whatIsNotHereIsNotFound() {
        operator().get("/v1/operations/concept/projections").then().statusCode(404);
        operator().post("/v1/operations/concept/projections/meter/rebuild").then().statusCode(404);
        operator().post(PROJECTIONS + "/unknown/rebuild").then().statusCode(404)
                .contentType(startsWith("application/problem+json"));
        operator().get(PROJECTIONS + "/unknown/rebuild").then().statusCode(404);
        operator().delete(PROJECTIONS + "/unknown/rebuild").then().statusCode(404);
    }
}
