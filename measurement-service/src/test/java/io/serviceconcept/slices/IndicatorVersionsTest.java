package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** The same answers by another definition, with the old one beside it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class IndicatorVersionsTest {

    private static final String TOP_BOX = """
            {"name": "Satisfied", "unit": "%", "better": "HIGHER", "kind": "TOP_BOX", "scale": {"min": 1, "max": 10},
             "cutOff": 8}""";

    private final Organisation city = Organisation.fresh();

    private RequestSpecification on(String etag) {
        return city.as("analyst").header("If-Match", etag);
    }

    @Test
    void aNewVersionCountsAllOfHistoryBesideTheOldOne() {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"),
                Stream.concat(times(8, 9).stream(), times(2, 4).stream()).toList());
        city.resultsOf(indicator, "period=MONTH", 10);

        on("\"1\"").body(TOP_BOX).post("/v1/indicators/" + indicator + "/versions").then().statusCode(201)
                .header("Location", equalTo("/v1/indicators/" + indicator + "/versions/2")).header("ETag", "\"2\"")
                .body("version", equalTo(2)).body("kind", equalTo("TOP_BOX")).body("cutOff", equalTo(8));

        JsonPath now = await().until(() -> city.results(indicator, "period=MONTH"),
                json -> json.getInt("items[0].definitionVersion") == 2);
        assertThat(now.getDouble("items[0].figure")).isEqualTo(80);
        for (String period : List.of("DAY", "MONTH")) {
            JsonPath old = city.results(indicator, "period=" + period + "&definitionVersion=1");
            assertThat(old.getDouble("items[0].figure")).isEqualTo(8);
            assertThat(old.getInt("items[0].definitionVersion")).isEqualTo(1);
        }
        assertThat(city.results(indicator, "period=DAY&definitionVersion=2").getDouble("items[0].figure")).isEqualTo(80);
        city.as("viewer").get("/v1/indicators/" + indicator + "/results?period=MONTH&definitionVersion=3").then()
                .statusCode(400).body("errors.pointer", contains("?definitionVersion"));
    }

    @Test
    void versionsAndWhoMadeThemAreListed() {
        String indicator = city.satisfaction();
        on("\"1\"").body(TOP_BOX).post("/v1/indicators/" + indicator + "/versions").then().statusCode(201);

        city.as("viewer").get("/v1/indicators/" + indicator + "/versions").then().statusCode(200)
                .body("items.version", contains(1, 2)).body("items.kind", contains("MEAN", "TOP_BOX"));
        city.as("viewer").get("/v1/indicators/" + indicator + "/versions/1").then().statusCode(200)
                .header("ETag", "\"1\"").body("kind", equalTo("MEAN"));
        city.as("viewer").get("/v1/indicators/" + indicator + "/versions/3").then().statusCode(404);
        city.as("viewer").get("/v1/indicators/" + indicator).then().header("ETag", "\"2\"").body("name", equalTo("Satisfied"));
        city.as("viewer").get("/v1/indicators").then().body("items.version", contains(2));
        city.as("viewer").get("/v1/indicators/" + indicator + "/history").then().statusCode(200).body("items", hasSize(2))
                .body("items.version", contains(1, 2)).body("items[1].who", equalTo("anna"));
    }

    @Test
    void theHistorySaysWhyAnIndicatorWasDefinedAnew() {
        String indicator = city.satisfaction();
        on("\"1\"").header("Change-Reason", "The council asks for a share").body(TOP_BOX)
                .post("/v1/indicators/" + indicator + "/versions").then().statusCode(201);

        city.as("viewer").get("/v1/indicators/" + indicator + "/history").then().statusCode(200)
                .body("items.why", contains(null, "The council asks for a share"));
    }

    @Test
    void othersHearOfANewVersion() {
        String indicator = city.satisfaction();
        on("\"1\"").body(TOP_BOX).post("/v1/indicators/" + indicator + "/versions").then().statusCode(201);

        try (Topics topics = new Topics()) {
            await().untilAsserted(() -> assertThat(topics.heard(city, "measurement.indicator-defined.v1")
                    .map(data -> data.path("version").asInt())).containsExactly(1, 2));
        }
    }

    @Test
    void aVersionFollowsOnTheOneThatWasSeen() {
        String versions = "/v1/indicators/" + city.satisfaction() + "/versions";

        city.as("analyst").body(TOP_BOX).post(versions).then().statusCode(428);
        on("\"7\"").body(TOP_BOX).post(versions).then().statusCode(412);
        on("x").body(TOP_BOX).post(versions).then().statusCode(400);
        on("\"1\"").body(TOP_BOX).post(versions).then().statusCode(201);
        on("\"1\"").body(TOP_BOX).post(versions).then().statusCode(412);
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSame() {
        String versions = "/v1/indicators/" + city.satisfaction() + "/versions";
        String key = UUID.randomUUID().toString();

        Response first = on("\"1\"").header("Idempotency-Key", key).body(TOP_BOX).post(versions);
        Response again = on("\"1\"").header("Idempotency-Key", key).body(TOP_BOX).post(versions);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void whatCannotCountTheSameAnswersIsRefused() {
        String versions = "/v1/indicators/" + city.satisfaction() + "/versions";

        on("\"1\"").body("""
                {"name": "Recommended", "unit": "points", "better": "HIGHER", "kind": "NPS"}""").post(versions).then()
                .statusCode(409).body("type", endsWith("/indicator-counts-something-else"));
        on("\"1\"").body("""
                {"name": "Satisfaction", "unit": "mark", "better": "HIGHER", "kind": "MEAN", "scale": {"min": 1, "max": 10}}""")
                .post(versions).then().statusCode(409).body("type", endsWith("/definition-unchanged"));
        on("\"1\"").body("""
                {"name": " ", "unit": "%", "better": "HIGHER", "kind": "TOP_BOX", "audience": "CUSTOMER", "cutOff": 11,
                 "scale": {"min": 1, "max": 10}, "anchors": {"lowest": 1, "norm": 7, "highest": 10},
                 "locations": ["North"], "change": {"indicator": "x", "baselineYear": 2025}}""").post(versions).then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/name", "/audience", "/change/indicator"));
        on("\"1\"").body("""
                {"name": "x", "unit": "%", "better": "HIGHER", "kind": "TOP_BOX", "cutOff": 11,
                 "scale": {"min": 1, "max": 10}, "anchors": {"lowest": 1, "norm": 7, "highest": 10},
                 "locations": ["North"]}""").post(versions).then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/cutOff", "/anchors", "/locations"));
    }

    @Test
    void satisfactionStaysAMean() {
        String indicator = city.define("""
                {"name": "Satisfaction", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN",
                 "scale": {"min": 1, "max": 10}, "satisfactionOf": "%s"}""".formatted(Organisation.id()));

        on("\"1\"").body(TOP_BOX).post("/v1/indicators/" + indicator + "/versions").then().statusCode(400)
                .body("errors.pointer", contains("/kind"));
    }

    @Test
    void onlyTheOrganisationsOwnPeopleWithTheRoleMayDoIt() {
        String versions = "/v1/indicators/" + city.satisfaction() + "/versions";

        city.as("designer").header("If-Match", "\"1\"").body(TOP_BOX).post(versions).then().statusCode(403);
        Organisation.fresh().as("analyst").header("If-Match", "\"1\"").body(TOP_BOX).post(versions).then().statusCode(404);
        Organisation.fresh().as("viewer").get(versions).then().statusCode(404);
        Organisation.fresh().as("viewer").get(versions.replace("versions", "history")).then().statusCode(404);
        city.as("integration").get(versions).then().statusCode(403);
    }

    @Test
    void anIndicatorIsShownAsItWasDefinedAtAMoment() {
        String address = "/v1/indicators/" + city.satisfaction();
        String defined = city.as("viewer").get(address + "/history").then().extract().path("items[0].when");
        on("\"1\"").body(TOP_BOX).post(address + "/versions").then().statusCode(201);

        city.as("viewer").get(address + "?asOf=" + defined).then().statusCode(200).header("ETag", "\"1\"")
                .body("kind", equalTo("MEAN"));
        city.as("viewer").get(address + "?asOf=9999-01-01T00:00:00Z").then().body("kind", equalTo("TOP_BOX"));
        city.as("viewer").get(address + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
        city.as("viewer").get(address + "?asOf=yesterday").then().statusCode(400).body("errors.pointer", contains("?asOf"));
    }
}
