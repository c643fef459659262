package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class VolumesTest {

    /** The outpatient survey of the Veterans Health Administration, FY2020 Q1, published with a rate of 17 %. */
    private static final String PUBLISHED = """
            {"from": "2019-10-01", "to": "2019-12-31", "customers": 8586476, "offered": 1808680, "answered": 304687}""";

    private final Organisation city = Organisation.fresh();
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        survey = "/v1/surveys/" + city.survey(city.satisfaction());
    }

    private ValidatableResponse push(String body) {
        return city.as("integration").body(body).post(survey + "/volumes").then();
    }

    private ValidatableResponse rates(String query) {
        return city.as("viewer").get(survey + "/response-rates?" + query).then();
    }

    @Test
    void whatWasReportedGivesAnExactResponseRate() {
        push(PUBLISHED).statusCode(201);
        push(PUBLISHED).statusCode(200);

        rates("period=QUARTER").statusCode(200).body("items.period", contains("2019-Q4"))
                .body("items[0].responseRate", equalTo(16.845821f)).body("items[0].reported", equalTo(true))
                .body("items[0].customers", equalTo(8586476));
        rates("period=MONTH").body("items", hasSize(0));
        rates("period=YEAR&from=2020-01-01").body("items", hasSize(0));
        rates("period=YEAR&from=2019-06-01&to=2019-06-01").body("items", hasSize(1));
    }

    @Test
    void answersAreCountedUnlessTheyWereReported() {
        String channel = Organisation.id();
        String id = survey.substring(survey.lastIndexOf('/') + 1);
        city.push(id, Instant.parse("2026-03-10T12:00:00Z"), Organisation.times(12, 8), Map.of("channel", channel));
        city.push(id, Instant.parse("2026-03-10T12:00:00Z"), Organisation.times(40, 8));
        city.push(id, Instant.parse("2026-04-01T12:00:00Z"), Organisation.times(10, 8), Map.of("channel", channel));
        push("{\"from\": \"2026-03-01\", \"to\": \"2026-03-31\", \"offered\": 130}").statusCode(201);
        push("{\"from\": \"2026-03-01\", \"to\": \"2026-03-31\", \"offered\": 24, \"channel\": \"%s\"}".formatted(channel))
                .statusCode(201);

        Awaitility.await().untilAsserted(() -> rates("period=MONTH").body("items.answered", contains(52))
                .body("items[0].responseRate", equalTo(40)).body("items[0].reported", equalTo(false)));
        rates("period=MONTH&dimension=CHANNEL").body("items.channel", contains(channel))
                .body("items[0].responseRate", equalTo(50));

        city.push(id, Instant.parse("2026-03-10T12:00:00Z"), List.of(8), Map.of("channel", Organisation.id()));
        Awaitility.await().untilAsserted(() -> rates("period=MONTH").body("items.answered", contains(53)));
        rates("period=MONTH&dimension=CHANNEL").body("items[0].answered", nullValue()).body("items[0].responseRate",
                nullValue());
    }

    @Test
    void aCorrectedOrRetractedAnswerCountsWhereItBelongs() {
        String response = """
                {%s"interactionAt": "2026-03-%02dT12:00:00Z", "answers": [{"question": "mark", "value": 8}]}""";
        city.as("integration").body(response.formatted("\"id\": \"r-1\", ", 1)).post(survey + "/responses").then()
                .statusCode(201);
        push("{\"from\": \"2026-03-01\", \"to\": \"2026-03-01\", \"offered\": 2}").statusCode(201);
        push("{\"from\": \"2026-03-02\", \"to\": \"2026-03-02\", \"offered\": 2}").statusCode(201);
        Awaitility.await().untilAsserted(() -> rates("period=DAY").body("items.answered", contains(1, 0)));

        city.as("integration").header("If-Match", "\"1\"").body(response.formatted("", 2)).put(survey + "/responses/r-1")
                .then().statusCode(200);
        Awaitility.await().untilAsserted(() -> rates("period=DAY").body("items.answered", contains(0, 1)));

        city.as("integration").header("If-Match", "\"2\"").delete(survey + "/responses/r-1").then().statusCode(204);
        Awaitility.await().untilAsserted(() -> rates("period=DAY").body("items.answered", contains(0, 0)));
    }

    @Test
    void volumesAreCorrected() {
        String location = push(PUBLISHED).extract().header("Location");
        push(PUBLISHED.replace("304687", "304688")).statusCode(409).body("type", endsWith("/volume-reported-before"));

        String corrected = "{\"customers\": 8586476, \"offered\": 1808681, \"answered\": 304688}";
        city.as("analyst").body(corrected).put(location).then().statusCode(428);
        city.as("analyst").header("If-Match", "\"1\"").body(corrected).put(location).then().statusCode(200)
                .header("ETag", "\"2\"").body("offered", equalTo(1808681));
        city.as("analyst").header("If-Match", "\"1\"").body(corrected).put(location).then().statusCode(412);
        city.as("analyst").header("If-Match", "\"2\"").body("{\"answered\": 1}").put(location).then().statusCode(400);

        city.as("manager").get(location).then().statusCode(200).header("ETag", "\"2\"").body("answered", equalTo(304688));
        city.as("manager").get(survey + "/volumes").then().statusCode(200).body("items.offered", contains(1808681));
        city.as("manager").get(survey + "/volumes/other").then().statusCode(404);
        Organisation.fresh().as("manager").get(location).then().statusCode(404);
    }

    @Test
    void manyArePushedAtOnceAndEachIsAnsweredForByItself() {
        city.as("integration").body("[" + PUBLISHED + ", " + PUBLISHED + ", " + PUBLISHED.replace("304687", "1") + ", "
                + PUBLISHED.replace("2019-12-31", "2019-09-30") + "]").post(survey + "/volumes").then().statusCode(207)
                .body("items.status", contains(201, 200, 409, 400));
    }

    @Test
    void volumesAreListedPageByPage() {
        push("[" + PUBLISHED + ", " + PUBLISHED.replace("2019", "2018") + ", " + PUBLISHED.replace("2019", "2017") + "]")
                .statusCode(207);

        String next = city.as("analyst").get(survey + "/volumes?limit=2").then().body("items.from",
                contains("2017-10-01", "2018-10-01")).extract().header("Link");
        city.as("analyst").get(next.substring(1, next.indexOf('>'))).then().body("items.from", contains("2019-10-01"));
    }

    @Test
    void everyViolationIsNamed() {
        push("{\"from\": \"2026-03-02\", \"to\": \"2026-03-01\", \"customers\": 1, \"offered\": 2, \"answered\": 3, \"x\": 1}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/to", "/offered", "/answered", "/x"));
        push("{\"from\": \"2026-03-01\", \"to\": \"9999-01-01\", \"answered\": 3}").statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/to", ""));
        rates("period=DECADE&from=x&dimension=NEED").statusCode(400)
                .body("errors.pointer", containsInAnyOrder("?period", "?from", "?dimension"));
        city.as("viewer", "designer", "manager").body(PUBLISHED).post(survey + "/volumes").then().statusCode(403);
        Organisation.fresh().as("integration").body(PUBLISHED).post(survey + "/volumes").then().statusCode(404);
    }

    @Test
    void fewAnswersOfAChannelAreNotShownToWhoOnlyReads() {
        String location = push(
                "{\"from\": \"2026-03-01\", \"to\": \"2026-03-31\", \"offered\": 24, \"answered\": 9, \"channel\": \"%s\"}"
                        .formatted(Organisation.id()))
                .statusCode(201).extract().header("Location");

        rates("period=MONTH&dimension=CHANNEL").body("items[0].answered", nullValue());
        city.as("viewer", "designer").get(survey + "/volumes").then().statusCode(403);
        city.as("viewer", "designer").get(location).then().statusCode(403);
        city.as("viewer", "designer").get(location + "/history").then().statusCode(403);
        city.as("analyst").get(location).then().statusCode(200).body("answered", equalTo(9));
    }

    @Test
    void volumesThatWereRetractedCountNowhereAndCanComeAgain() {
        String location = push(PUBLISHED).statusCode(201).header("ETag", "\"1\"").extract().header("Location");

        city.as("analyst").delete(location).then().statusCode(428);
        city.as("viewer", "manager").header("If-Match", "\"1\"").delete(location).then().statusCode(403);
        city.as("analyst").header("If-Match", "\"2\"").delete(location).then().statusCode(412);
        city.as("analyst").header("If-Match", "\"1\"").delete(location).then().statusCode(204).header("ETag", "\"2\"");
        city.as("analyst").header("If-Match", "\"1\"").delete(location).then().statusCode(404);

        city.as("analyst").get(location).then().statusCode(404);
        city.as("analyst").get(survey + "/volumes").then().body("items", hasSize(0));
        rates("period=QUARTER").body("items", hasSize(0));

        push(PUBLISHED.replace("304687", "304688")).statusCode(201).header("ETag", "\"3\"");
        rates("period=QUARTER").body("items.answered", contains(304688));
        city.as("analyst").get(location + "/history").then().statusCode(200)
                .body("items.event", contains("measurement.survey-volume-reported.v1",
                        "measurement.survey-volume-retracted.v1", "measurement.survey-volume-reported.v1"))
                .body("items[0].what",
                        equalTo("Reported 8586476 customers, 1808680 offered, 304687 answered from 2019-10-01 to 2019-12-31"));
        Organisation.fresh().as("analyst").get(location + "/history").then().statusCode(404);
    }
}
