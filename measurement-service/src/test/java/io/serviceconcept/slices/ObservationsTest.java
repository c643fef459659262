package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ObservationsTest {

    private final Organisation city = Organisation.fresh();
    private String visitors = "";

    @BeforeEach
    void defineACount() {
        visitors = city.visitors();
    }

    private String counted(String key, int value) {
        return """
                {"source": "doors", "key": "%s", "indicator": "%s", "from": "2026-10-01", "to": "2026-10-31",
                 "location": "North", "value": %d}""".formatted(key, visitors, value);
    }

    private ValidatableResponse push(String body) {
        return city.as("integration").body(body).post("/v1/observations").then();
    }

    @Test
    void theSameAgainChangesNothing() {
        String first = push(counted("k", 40)).statusCode(201).body("key", equalTo("k")).extract().path("receivedAt");

        push(counted("k", 40)).statusCode(200).body("receivedAt", equalTo(first));
        push(counted("k", 41)).statusCode(409).body("type", endsWith("/observation-key-reused"));
        push(counted("k", 41).replace("doors", "cameras")).statusCode(201);
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(2);

        push("""
                {"source": " ", "key": "k", "indicator": "%s", "from": "2026-10-01", "to": "%s", "value": -1,
                 "location": "West", "colour": "red"}""".formatted(visitors, tomorrow)).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/source", "/to", "/value", "/location", "/colour"));
        push("""
                {"source": "s", "key": "k", "indicator": "%s", "from": "2026-10-02", "to": "2026-10-01"}"""
                .formatted(Organisation.id())).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("", "/to", "/indicator"));
        push("{\"source\": ").statusCode(400);
    }

    @Test
    void aMeanTakesNoCountsAndAReportedMarkLiesOnItsScale() {
        String satisfaction = city.satisfaction();

        push("""
                {"source": "s", "key": "k", "indicator": "%s", "from": "2026-10-01", "to": "2026-10-31", "value": 5}"""
                .formatted(satisfaction)).statusCode(400).body("errors.pointer", contains("/value"));
        push("""
                {"source": "s", "key": "k", "indicator": "%s", "from": "2026-10-01", "to": "2026-10-31",
                 "reported": {"value": 11, "n": -1}, "group": "%s", "location": "North"}"""
                .formatted(satisfaction, Organisation.id())).statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reported/value", "/reported/n", "/reported"));
    }

    @Test
    void inAnArrayEachItemIsAnsweredForByItself() {
        push(counted("a", 1)).statusCode(201);

        push("[" + counted("a", 1) + "," + counted("a", 2) + "," + counted("b", 3) + ","
                + counted("c", 3).replace("North", "West") + "]").statusCode(207)
                .body("items.status", contains(200, 409, 201, 400))
                .body("items[3].problem.errors.pointer", contains("/location"));
        push(counted("c", 3)).statusCode(201);
    }

    @Test
    void onlySendersMayPush() {
        city.as("viewer", "designer", "manager").body(counted("k", 1)).post("/v1/observations").then().statusCode(403);
        Organisation.fresh().as("integration").body(counted("k", 1)).post("/v1/observations").then().statusCode(400)
                .body("errors.pointer", contains("/indicator"));
    }
}
