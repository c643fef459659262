package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ObservationsTest {

    /** What was released and rests on nothing any more stays listed. */
    private static final String COUNTED = "items.findAll { it.state != 'HIDDEN' }";

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

    private static final String ADDRESS = "/v1/observations/doors/k";

    private String content(int value, String location) {
        return """
                {"indicator": "%s", "from": "2026-10-01", "to": "2026-10-31", "location": "%s", "value": %d}"""
                .formatted(visitors, location, value);
    }

    private List<Integer> figures(String query) {
        return city.results(visitors, "period=MONTH&from=2026-10-01&to=2026-10-31" + query).getList("items.figure",
                Integer.class);
    }

    @Test
    void aWrongCountIsCorrectedAndTheFiguresFollow() {
        push(counted("k", 40)).statusCode(201);
        push(counted("other", 2)).statusCode(201);
        await().untilAsserted(() -> assertThat(figures("")).containsExactly(42));

        city.as("integration").get(ADDRESS).then().statusCode(200).header("ETag", "\"1\"").body("value", equalTo(40))
                .body("source", equalTo("doors")).body("key", equalTo("k")).body("correctedAt", nullValue());
        city.as("integration").body(content(14, "South")).put(ADDRESS).then().statusCode(428);
        city.as("integration").header("If-Match", "\"7\"").body(content(14, "South")).put(ADDRESS).then().statusCode(412);
        city.as("integration").header("If-Match", "\"1\"").body(content(14, "West")).put(ADDRESS).then().statusCode(400)
                .body("errors.pointer", contains("/location"));
        city.as("integration").header("If-Match", "\"1\"").body(content(14, "South")).put(ADDRESS).then().statusCode(200)
                .header("ETag", "\"2\"").body("value", equalTo(14)).body("correctedAt", notNullValue());

        await().untilAsserted(() -> assertThat(figures("")).containsExactly(16));
        await().untilAsserted(() -> assertThat(figures("&dimension=LOCATION")).containsExactlyInAnyOrder(2, 14));
        push(counted("k", 40)).statusCode(200);
        push(counted("k", 41)).statusCode(409);
        city.as("analyst").get(ADDRESS + "/history").then().statusCode(200).body("items.event",
                contains("measurement.observation-counted.v1", "measurement.observation-corrected.v1"));
    }

    @Test
    void anObservationThatWasCorrectedToAnotherMonthIsTakenBackFromTheFirst() {
        push(counted("k", 40)).statusCode(201);
        await().untilAsserted(() -> assertThat(figures("")).containsExactly(40));

        city.as("integration").header("If-Match", "\"1\"").body(content(14, "South").replace("2026-10", "2026-09")
                .replace("-31", "-30")).put(ADDRESS).then().statusCode(200);

        await().untilAsserted(() -> {
            JsonPath months = city.results(visitors, "period=MONTH&from=2026-09-01&to=2026-10-31");
            assertThat(months.getList("items.figure")).containsExactly(14, null);
            assertThat(months.getList("items.state")).as("North lacks in the one, all in the other")
                    .containsExactly("INCOMPLETE", "HIDDEN");
        });
    }

    @Test
    void aRetractedObservationCountsNoMoreAndCanComeAgain() {
        push(counted("k", 40)).statusCode(201);
        push(counted("other", 2)).statusCode(201);
        await().untilAsserted(() -> assertThat(figures("")).containsExactly(42));

        city.as("integration").delete(ADDRESS).then().statusCode(428);
        city.as("integration").header("If-Match", "\"1\"").delete(ADDRESS).then().statusCode(204);
        await().untilAsserted(() -> assertThat(figures("")).containsExactly(2));
        city.as("integration").get(ADDRESS).then().statusCode(404);
        city.as("integration").header("If-Match", "\"2\"").delete(ADDRESS).then().statusCode(404);
        city.as("integration").header("If-Match", "\"2\"").body(content(14, "South")).put(ADDRESS).then().statusCode(404);
        city.as("admin").get(ADDRESS + "/history").then().statusCode(200).body("items", hasSize(2));

        push(counted("k", 41)).statusCode(201);
        await().untilAsserted(() -> assertThat(figures("")).containsExactly(43));
    }

    @Test
    void whatWasTheOnlyOneIsTakenBackAsAWhole() {
        push(counted("k", 40)).statusCode(201);
        await().untilAsserted(() -> assertThat(figures("")).containsExactly(40));
        long first = city.results(visitors, "period=MONTH&from=2026-10-01&to=2026-10-31").getLong("items[0].revision");

        city.as("integration").header("If-Match", "\"1\"").delete(ADDRESS).then().statusCode(204);

        await().untilAsserted(() -> {
            JsonPath month = city.results(visitors, "period=MONTH&from=2026-10-01&to=2026-10-31");
            assertThat(month.getList("items.state")).as("told as taken back, not passed over").containsExactly("HIDDEN");
            assertThat(month.getList("items.figure")).containsOnlyNulls();
            assertThat(month.getLong("items[0].revision")).isGreaterThan(first);
        });
    }

    @Test
    void aReportedFigureIsCorrectedToo() {
        String satisfaction = city.satisfaction();
        String reported = """
                {%s"indicator": "%s", "from": "2026-10-01", "to": "2026-10-31", "reported": {"value": %s, "n": 200}}""";
        push(reported.formatted("\"source\": \"doors\", \"key\": \"k\", ", satisfaction, "7.4")).statusCode(201);

        city.as("analyst").header("If-Match", "\"1\"").body(reported.formatted("", satisfaction, "7.2")).put(ADDRESS).then()
                .statusCode(200).body("reported.n", equalTo(200));

        await().untilAsserted(() -> assertThat(city.results(satisfaction, "period=MONTH&from=2026-10-01")
                .getList("items.figure", Float.class)).containsExactly(7.2f));
    }

    @Test
    void ofSeveralSourcesTheFirstByNameIsShownWhicheverCameLast() {
        String reported = """
                {%s"indicator": "%s", "from": "2026-10-01", "to": "2026-10-31", "reported": {"value": %s, "n": 200}}""";
        String one = city.satisfaction();
        String other = city.satisfaction();
        push(reported.formatted("\"source\": \"agency\", \"key\": \"1\", ", one, "7.4")).statusCode(201);
        push(reported.formatted("\"source\": \"bureau\", \"key\": \"1\", ", one, "7.1")).statusCode(201);
        push(reported.formatted("\"source\": \"bureau\", \"key\": \"2\", ", other, "7.1")).statusCode(201);
        push(reported.formatted("\"source\": \"agency\", \"key\": \"2\", ", other, "7.4")).statusCode(201);

        for (String indicator : List.of(one, other)) {
            await().during(Duration.ofMillis(300)).untilAsserted(() -> assertThat(reportedOf(indicator)).containsExactly(7.4f));
        }
        for (String source : List.of("agency", "bureau")) {
            city.as("analyst").header("If-Match", "\"1\"")
                    .body(reported.formatted("", one, "agency".equals(source) ? "6.4" : "6.1"))
                    .put("/v1/observations/" + source + "/1").then().statusCode(200);
        }
        await().during(Duration.ofMillis(300)).untilAsserted(() -> assertThat(reportedOf(one))
                .as("what was corrected counts as it is now").containsExactly(6.4f));
    }

    private List<Float> reportedOf(String indicator) {
        return city.results(indicator, "period=MONTH&from=2026-10-01").getList("items.figure", Float.class);
    }

    @Test
    void linesAreTakenInAsAnArrayIs() {
        city.as("integration").contentType("application/x-ndjson").body((counted("a", 1).replace("\n", "") + "\n{\n"
                + counted("b", 2).replace("\n", "").replace("North", "West")).getBytes(StandardCharsets.UTF_8))
                .post("/v1/observations").then().statusCode(207).body("items.status", contains(201, 400, 400));
    }

    @Test
    void anObservationIsOfItsOrganisationAlone() {
        push(counted("k", 40)).statusCode(201);

        Organisation.fresh().as("admin").get(ADDRESS).then().statusCode(404);
        city.as("viewer", "designer", "manager").get(ADDRESS).then().statusCode(403);
        city.as("viewer", "designer", "manager").header("If-Match", "\"1\"").delete(ADDRESS).then().statusCode(403);
        city.as("integration").get("/v1/observations/" + "a%2Fb/k").then().statusCode(404);
    }

    @Test
    void onlySendersMayPush() {
        city.as("viewer", "designer", "manager").body(counted("k", 1)).post("/v1/observations").then().statusCode(403);
        Organisation.fresh().as("integration").body(counted("k", 1)).post("/v1/observations").then().statusCode(400)
                .body("errors.pointer", contains("/indicator"));
    }

    @Test
    void whatWasCountedWithoutAChannelIsUnderTheEditionOfTheConceptThatSetsATarget() {
        String concept = Organisation.id();
        for (String location : List.of("North", "South")) {
            count(location, "2026-03-01", "2026-03-14", null);
            count(location, "2026-03-15", "2026-03-31", null);
        }
        inMarch("EDITION", "UNKNOWN");

        adopt(concept, 1, "2026-01-01", "");
        adopt(concept, 2, "2026-03-15", "");

        // each edition lacks nothing, though neither was in force all month
        inMarch("EDITION", concept + "|1", concept + "|2");

        adopt(Organisation.id(), 1, "2026-03-15", "");
        // of two concepts nobody tells which it is about
        await().untilAsserted(() -> assertThat(keys("EDITION")).contains("UNKNOWN"));
    }

    @Test
    void theMonthInWhichAnEditionTakesForceIsCompleteInItsLayers() {
        String concept = Organisation.id();
        String channel = Organisation.id();
        String before = Organisation.id();
        String after = Organisation.id();
        String channels = "\"channels\": [{\"id\": \"%s\", \"name\": \"Desk\", \"layer\": \"%s\"}],";
        adopt(concept, 1, "2026-01-01", channels.formatted(channel, before));
        adopt(concept, 2, "2026-03-15", channels.formatted(channel, after));
        for (String location : List.of("North", "South")) {
            count(location, "2026-03-01", "2026-03-14", channel);
            count(location, "2026-03-15", "2026-03-31", channel);
        }

        inMarch("LAYER", before, after);
        inMarch("EDITION", concept + "|1", concept + "|2");
    }

    private void count(String location, String from, String to, @Nullable String channel) {
        city.as("integration").body("""
                {"source": "doors", "key": "%s-%s", "indicator": "%s", "from": "%s", "to": "%s", "value": 100,
                 "location": "%s"%s}""".formatted(location, from, visitors, from, to, location,
                channel == null ? "" : ", \"channel\": \"" + channel + '"')).post("/v1/observations").then().statusCode(201);
    }

    private void adopt(String concept, int edition, String inForceFrom, String channels) {
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept + "-" + edition, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": %d, "inForceFrom": "%s", %s "objectives": [
                      {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH",
                       "target": {"comparison": "AT_MOST", "value": 1000}}]}
                    """.formatted(concept, edition, inForceFrom, channels, Organisation.id(), visitors));
        }
    }

    /** Awaits that all that was counted in March lacks nothing in these slices, and in no others. */
    private void inMarch(String dimension, String... slices) {
        await().untilAsserted(() -> {
            assertThat(keys(dimension)).containsExactlyInAnyOrder(slices);
            assertThat(march(dimension).getList(COUNTED + ".state", String.class)).containsOnly("RELEASED");
        });
    }

    private List<String> keys(String dimension) {
        return march(dimension).getList(COUNTED + ".slice.key", String.class);
    }

    private JsonPath march(String dimension) {
        return city.results(visitors, "period=MONTH&from=2026-03-01&to=2026-03-31&dimension=" + dimension);
    }
}
