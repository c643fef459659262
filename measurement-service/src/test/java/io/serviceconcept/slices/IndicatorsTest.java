package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Locale;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class IndicatorsTest {

    private static final String SATISFACTION = """
            {"name": "Satisfaction", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN",
             "scale": {"min": 1, "max": 10}, "satisfactionOf": "%s",
             "anchors": {"lowest": 1, "norm": 7, "highest": 10}}""";

    private final Organisation city = Organisation.fresh();

    @Test
    void anIndicatorIsDefinedAndFound() {
        String id = city.define(SATISFACTION.formatted(Organisation.id()));

        city.as("viewer").get("/v1/indicators/" + id).then().statusCode(200).header("ETag", "\"1\"")
                .body("name", equalTo("Satisfaction")).body("minimumN", equalTo(30)).body("anchors.norm", equalTo(7))
                .body("version", equalTo(1));
        city.as("viewer").queryParam("name", "Satisfaction").get("/v1/indicators").then().statusCode(200)
                .body("items.id", contains(id));
        city.as("viewer").queryParam("name", "Other").get("/v1/indicators").then().body("items", hasSize(0));
    }

    @Test
    void othersHearOfIt() {
        String id = city.define(SATISFACTION.formatted(Organisation.id()));

        try (Topics topics = new Topics()) {
            Awaitility.await().untilAsserted(
                    () -> assertThat(topics.heard(city, "measurement.indicator-defined.v1")).singleElement()
                            .satisfies(data -> assertThat(data.path("indicator").asText()).isEqualTo(id)));
        }
    }

    @Test
    void everyContradictionIsNamed() {
        city.as("analyst").body("""
                {"name": "x", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN",
                 "scale": {"min": 10, "max": 1}, "anchors": {"lowest": 1, "norm": 11, "highest": 10},
                 "locations": ["North"]}""").post("/v1/indicators").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/scale/max", "/anchors", "/anchors", "/locations"));
        city.as("analyst").body("""
                {"name": "x", "unit": "visitors", "better": "LOWER", "audience": "CUSTOMER", "kind": "COUNT",
                 "scale": {"min": 1, "max": 10}, "locations": ["North", "North"]}""").post("/v1/indicators").then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/scale", "/locations"));
        city.as("analyst").body("""
                {"name": " ", "unit": "mark", "better": "UP", "audience": "CUSTOMER", "kind": "MEAN", "minimumN": 9,
                 "satisfactionOf": "it", "colour": "red"}""").post("/v1/indicators").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/better", "/minimumN", "/satisfactionOf", "/colour"));
        city.as("viewer").get("/v1/indicators").then().body("items", hasSize(0));
    }

    @Test
    void aConceptHasOneSatisfactionIndicator() {
        String concept = Organisation.id();
        city.define(SATISFACTION.formatted(concept));

        city.as("analyst").body(SATISFACTION.formatted(concept)).post("/v1/indicators").then().statusCode(409)
                .body("type", endsWith("/satisfaction-already-measured"));
        city.as("viewer").get("/v1/indicators").then().body("items", hasSize(1));
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSame() {
        String body = SATISFACTION.formatted(Organisation.id());
        String key = UUID.randomUUID().toString();

        Response first = city.as("analyst").header("Idempotency-Key", key).body(body).post("/v1/indicators");
        Response again = city.as("analyst").header("Idempotency-Key", key).body(body).post("/v1/indicators");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void onlyTheOrganisationsOwnPeopleWithTheRoleMayDoIt() {
        String id = city.define(SATISFACTION.formatted(Organisation.id()));

        Organisation.fresh().as("viewer").get("/v1/indicators/" + id).then().statusCode(404);
        Organisation.fresh().as("viewer").get("/v1/indicators").then().body("items", hasSize(0));
        city.as("integration").get("/v1/indicators/" + id).then().statusCode(403);
        city.as("designer").body(SATISFACTION).post("/v1/indicators").then().statusCode(403);
        RestAssured.get("/v1/indicators/" + id).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "nothing", "%00", "%27", "1f3e2a10-0000-4000-8000-000000000001%0a" })
    void whatCannotBeAnIdIsNotFound(String id) {
        String long300 = "x".repeat(300);

        city.as("viewer").urlEncodingEnabled(false).get("/v1/indicators/" + id).then().statusCode(404);
        city.as("viewer").get("/v1/indicators/" + long300).then().statusCode(404);
        city.as("viewer").urlEncodingEnabled(false).get("/v1/indicators?name=" + id).then().statusCode(200)
                .body("items", hasSize(0));
        city.as("integration").urlEncodingEnabled(false).body("{}").post("/v1/surveys/" + id + "/responses").then()
                .statusCode(404);
    }

    @Test
    void anIdIsTheSameInCapitals() {
        String id = city.satisfaction();

        city.as("viewer").get("/v1/indicators/" + id.toUpperCase(Locale.ROOT)).then().statusCode(200)
                .body("id", equalTo(id));
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            city.satisfaction();
        }

        Response first = city.as("viewer").queryParam("limit", 2).get("/v1/indicators");

        first.then().body("items", hasSize(2)).header("Link", notNullValue());
        String link = first.header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        city.as("viewer").urlEncodingEnabled(false).get(next).then().body("items", hasSize(1));
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        city.as("viewer").get("/v1/indicators/" + city.satisfaction() + "/results?period=DAY&cursor=" + cursor).then()
                .statusCode(400).body("errors.pointer", contains("?cursor"));
    }
}
