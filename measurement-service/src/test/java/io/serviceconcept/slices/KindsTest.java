package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** Figures of every kind, from answers and observations to results. */
@QuarkusTest
@WithTestResource(RealParts.class)
class KindsTest {

    private static final Instant IN_MARCH = Instant.parse("2026-03-10T12:00:00Z");

    private final Organisation city = Organisation.fresh();

    private String define(String kind, String more) {
        return city.define("""
                {"name": "x", "unit": "x", "better": "HIGHER", "audience": "CUSTOMER", "kind": "%s"%s}"""
                .formatted(kind, more));
    }

    private final String concept = Organisation.id();

    /** A survey whose only question has marks from {@code min} to {@code max}. */
    private String survey(String indicator, int min, int max) {
        return city.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Cijfer?"}, "scale": {"min": %d, "max": %d}, "indicators": ["%s"]}]}
                """.formatted(concept, min, max, indicator)).post("/v1/surveys").then().statusCode(201).extract()
                .path("id");
    }

    private JsonPath once(String indicator, String query, Predicate<JsonPath> condition) {
        return await().until(() -> city.results(indicator, query), condition);
    }

    private static List<Integer> marks(int... pairs) {
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            marks.addAll(Collections.nCopies(pairs[i + 1], pairs[i]));
        }
        return marks;
    }

    private void observe(String indicator, String key, String from, String to, Map<String, Object> more) {
        Map<String, Object> observation = new HashMap<>(more);
        observation.putAll(Map.of("source", "desk", "key", key, "indicator", indicator, "from", from, "to", to));
        city.as("integration").body(observation).post("/v1/observations").then().statusCode(201);
    }

    @Test
    void aNetPromoterScoreIsPromotersLessDetractors() {
        String indicator = define("NPS", "");
        city.push(survey(indicator, 0, 10), IN_MARCH, marks(10, 30, 9, 30, 8, 20, 7, 20, 6, 10, 0, 10));

        JsonPath result = once(indicator, "period=MONTH", json -> Integer.valueOf(120).equals(json.get("items[0].n")));

        assertThat(result.getDouble("items[0].figure")).isCloseTo(33.333333, within(1e-5));
        assertThat(result.getDouble("items[0].interval.low")).isCloseTo(19.4591, within(1e-3));
        assertThat(result.getDouble("items[0].interval.high")).isCloseTo(45.9805, within(1e-3));
    }

    @Test
    void aTopBoxIsTheShareFromTheCutOffOn() {
        String indicator = define("TOP_BOX", """
                , "scale": {"min": 1, "max": 5}, "cutOff": 4""");
        city.push(survey(indicator, 1, 5), IN_MARCH, marks(5, 3, 4, 5, 3, 2));

        JsonPath result = once(indicator, "period=MONTH", json -> Integer.valueOf(10).equals(json.get("items[0].n")));

        assertThat(result.getDouble("items[0].figure")).isEqualTo(80);
        assertThat(result.getDouble("items[0].interval.low")).isCloseTo(49.0162, within(1e-3));
    }

    @Test
    void aCustomerEffortScoreHasTheShareFromFiveOnBesideIt() {
        String indicator = define("CES", "");
        city.push(survey(indicator, 1, 7), IN_MARCH, marks(7, 4, 6, 2, 5, 2, 2, 2));

        for (String period : List.of("DAY", "MONTH")) {
            JsonPath result = once(indicator, "period=" + period, json -> Integer.valueOf(10).equals(json.get("items[0].n")));

            assertThat(result.getDouble("items[0].figure")).isEqualTo(5.4);
            assertThat(result.getDouble("items[0].share.value")).isEqualTo(80);
            assertThat(result.getDouble("items[0].share.interval.high")).isCloseTo(94.3318, within(1e-3));
            assertThat(result.getDouble("items[0].percentiles.p50.value")).isEqualTo(6);
        }
    }

    @Test
    void aShareCountsThoseWhoSaidYes() {
        String indicator = define("SHARE", "");
        String survey = city.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "solved", "type": "YES_NO", "text": {"nl": "Opgelost?"}, "indicators": ["%s"]}]}
                """.formatted(Organisation.id(), indicator)).post("/v1/surveys").then().statusCode(201).extract().path("id");
        List<Map<String, Object>> answers = IntStream.range(0, 10).mapToObj(i -> Map.<String, Object> of("id", "r" + i,
                "interactionAt", IN_MARCH.toString(), "answers",
                List.of(Map.of("question", "solved", "options", List.of(i < 8 ? "yes" : "no"))))).toList();
        city.as("integration").body(answers).post("/v1/surveys/" + survey + "/responses/batch").then().statusCode(207);

        JsonPath result = once(indicator, "period=MONTH", json -> Integer.valueOf(10).equals(json.get("items[0].n")));

        assertThat(result.getDouble("items[0].figure")).isEqualTo(80);
        assertThat(result.getDouble("items[0].interval.low")).isCloseTo(49.0162, within(1e-3));
        assertThat(result.getDouble("items[0].interval.high")).isCloseTo(94.3318, within(1e-3));
    }

    /** The outpatient survey of the Veterans Health Administration, FY2020 Q1, published as 17 %. */
    @Test
    void aShareThatWasCountedIsACensus() {
        String indicator = define("SHARE", "");
        observe(indicator, "q1", "2019-10-01", "2019-12-31", Map.of("value", 304_687, "of", 1_808_680));

        JsonPath result = once(indicator, "period=QUARTER", json -> json.getList("items").size() == 1);

        assertThat(result.getDouble("items[0].figure")).isEqualTo(16.845821);
        assertThat(result.getString("items[0].basis")).isEqualTo("OBSERVATIONS");
        assertThat(result.getString("items[0].state")).isEqualTo("RELEASED");
        assertThat(result.getMap("items[0]")).doesNotContainKeys("n", "interval");
    }

    @Test
    void aSumAddsUpAmounts() {
        String indicator = define("SUM", "");
        observe(indicator, "a", "2026-01-01", "2026-01-15", Map.of("value", 10.25));
        observe(indicator, "b", "2026-01-16", "2026-01-31", Map.of("value", 0.5));

        JsonPath result = once(indicator, "period=MONTH",
                json -> json.getList("items").size() == 1 && json.getDouble("items[0].figure") == 10.75);

        assertThat(result.getString("items[0].state")).isEqualTo("RELEASED");
    }

    @Test
    void aDurationHasAMeanAndPercentiles() {
        String indicator = define("DURATION", "");
        List<Map<String, Object>> calls = IntStream.rangeClosed(1, 100).mapToObj(i -> Map.<String, Object> of("source", "pbx",
                "key", "call" + i, "indicator", indicator, "from", "2026-03-10", "to", "2026-03-10", "value", 10 * i))
                .toList();
        city.as("integration").body(calls).post("/v1/observations").then().statusCode(207);

        JsonPath result = once(indicator, "period=MONTH",
                json -> json.getList("items").size() == 1 && Integer.valueOf(100).equals(json.get("items[0].n")));

        assertThat(result.getDouble("items[0].figure")).isEqualTo(505);
        assertThat(result.getDouble("items[0].percentiles.p50.value")).isBetween(495.0, 505.1);
        assertThat(result.getDouble("items[0].percentiles.p95.value")).isBetween(940.0, 960.0);
        assertThat(result.getMap("items[0].percentiles.p90")).containsKey("interval");
    }

    @Test
    void timesThatCameAsATotalHaveAMeanAlone() {
        String indicator = define("DURATION", "");
        observe(indicator, "week", "2026-03-02", "2026-03-08", Map.of("value", 8_000, "of", 40));

        JsonPath result = once(indicator, "period=MONTH", json -> json.getList("items").size() == 1);

        assertThat(result.getDouble("items[0].figure")).isEqualTo(200);
        assertThat(result.getInt("items[0].n")).isEqualTo(40);
        assertThat(result.getMap("items[0]")).doesNotContainKeys("percentiles", "interval");
    }

    @Test
    void aRateOfChangeComparesWithTheSamePeriodOfTheBaselineYear() {
        String visitors = city.visitors();
        String change = define("RATE_OF_CHANGE", """
                , "change": {"indicator": "%s", "baselineYear": 2024}""".formatted(visitors));
        for (String place : List.of("North", "South")) {
            observe(visitors, place + 25, "2025-01-01", "2025-01-31", Map.of("value", 90, "location", place));
            observe(visitors, place + 24, "2024-01-01", "2024-01-31", Map.of("value", 100, "location", place));
        }

        JsonPath result = once(change, "period=MONTH", json -> json.getList("items").size() == 1
                && json.getString("items[0].state").equals("RELEASED"));

        assertThat(result.getString("items[0].period.label")).isEqualTo("2025-01");
        assertThat(result.getDouble("items[0].figure")).isEqualTo(-10);
        assertThat(city.results(change, "period=MONTH&dimension=LOCATION").getList("items.figure", Double.class))
                .containsExactly(-10.0, -10.0);
        assertThat(city.results(change, "period=DAY").getList("items")).isEmpty();
    }

    @Test
    void aRateOfChangeIsKnownOfWhatWasMeasuredBeforeItWasDefined() {
        String visitors = city.visitors();
        for (String place : List.of("North", "South")) {
            observe(visitors, place + 25, "2025-01-01", "2025-01-31", Map.of("value", 110, "location", place));
            observe(visitors, place + 24, "2024-01-01", "2024-01-31", Map.of("value", 100, "location", place));
        }
        once(visitors, "period=MONTH", json -> json.getList("items").size() == 2);

        String change = define("RATE_OF_CHANGE", """
                , "change": {"indicator": "%s", "baselineYear": 2024}""".formatted(visitors));

        JsonPath result = once(change, "period=MONTH", json -> json.getList("items").size() == 1);
        assertThat(result.getDouble("items[0].figure")).isEqualTo(10);
    }

    /** Twenty fives and twenty sixes, then twenty sevens and eights: 7.5 / 5.5, by Fieller with 71.5 degrees of freedom. */
    @Test
    void aChangeOfMarksIsJudgedByItsInterval() {
        String mean = city.satisfaction();
        String rate = define("RATE_OF_CHANGE", """
                , "change": {"indicator": "%s", "baselineYear": 2025}""".formatted(mean));
        String objective = Organisation.id();
        String asked = city.survey(mean);
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2025-01-01", "objectives": [
                     {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH", "dueDate": "2026-12-31",
                      "target": {"comparison": "AT_LEAST", "value": 30, "measure": "CHANGE", "baselineYear": 2025}}]}
                    """.formatted(concept, objective, mean));
            city.push(asked, Instant.parse("2025-03-10T12:00:00Z"), times(20, 5));
            city.push(asked, Instant.parse("2025-03-10T12:00:00Z"), times(20, 6));
            city.push(asked, Instant.parse("2026-03-10T12:00:00Z"), times(20, 7));
            city.push(asked, Instant.parse("2026-03-10T12:00:00Z"), times(20, 8));

            JsonPath changed = once(rate, "period=MONTH", json -> json.getList("items").size() == 1
                    && Integer.valueOf(40).equals(json.get("items[0].n")));
            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET"));

            assertThat(changed.getDouble("items[0].figure")).isCloseTo(36.3636, within(0.001));
            assertThat(changed.getDouble("items[0].interval.low")).isCloseTo(31.56, within(0.02));
            assertThat(changed.getDouble("items[0].interval.high")).isCloseTo(41.39, within(0.02));
            await().untilAsserted(() -> assertThat(topics.heard(city, "measurement.target-judged.v1")
                    .map(judged -> judged.at("/changeInterval/low").asDouble())).anySatisfy(
                            low -> assertThat(low).isCloseTo(31.56, within(0.02))));
        }
    }

    @Test
    void everyContradictionOfAKindIsNamed() {
        city.as("analyst").body("""
                {"name": "x", "unit": "x", "better": "HIGHER", "audience": "CUSTOMER", "kind": "NPS",
                 "scale": {"min": 1, "max": 10}, "cutOff": 3, "locations": ["North"]}""").post("/v1/indicators").then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("/scale", "/cutOff", "/locations"));
        city.as("analyst").body("""
                {"name": "x", "unit": "x", "better": "HIGHER", "audience": "CUSTOMER", "kind": "TOP_BOX"}""")
                .post("/v1/indicators").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/scale", "/cutOff"));
        city.as("analyst").body("""
                {"name": "x", "unit": "x", "better": "HIGHER", "audience": "CUSTOMER", "kind": "RATE_OF_CHANGE"}""")
                .post("/v1/indicators").then().statusCode(400).body("errors.pointer", containsInAnyOrder("/change"));
        city.as("analyst").body("""
                {"name": "x", "unit": "x", "better": "HIGHER", "audience": "CUSTOMER", "kind": "RATE_OF_CHANGE",
                 "change": {"indicator": "%s", "baselineYear": 2024}}""".formatted(Organisation.id()))
                .post("/v1/indicators").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/change/indicator"));
    }

    @Test
    void anObservationOfTheWrongShapeIsRefused() {
        refused(define("SHARE", ""), Map.of("value", 5, "from", "2026-01-01", "to", "2026-01-31"), "/of");
        refused(define("SHARE", ""), Map.of("value", 5, "of", 4, "from", "2026-01-01", "to", "2026-01-31"), "/value");
        refused(define("COUNT", ""), Map.of("value", 5, "of", 10, "from", "2026-01-01", "to", "2026-01-31"), "/of");
        refused(define("DURATION", ""), Map.of("value", 5, "of", 1.5, "from", "2026-01-01", "to", "2026-01-31"), "/of");
        refused(define("DURATION", ""), Map.of("value", 5, "from", "2026-01-01", "to", "2026-01-31"), "/to");
        refused(define("NPS", ""), Map.of("value", 5, "from", "2026-01-01", "to", "2026-01-31"), "/value");
        refused(define("NPS", ""), Map.of("reported", Map.of("value", 101), "from", "2026-01-01", "to", "2026-01-31"),
                "/reported/value");
    }

    private void refused(String indicator, Map<String, Object> observation, String... pointers) {
        Map<String, Object> body = new HashMap<>(observation);
        body.putAll(Map.of("source", "s", "key", "k", "indicator", indicator));
        city.as("integration").body(body).post("/v1/observations").then().statusCode(400).body("errors.pointer",
                containsInAnyOrder(pointers));
    }

    @Test
    void aResponseThatIsRetractedAndSentAgainCountsOnce() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        city.push(survey, IN_MARCH, times(11, 8));
        String address = "/v1/surveys/" + survey + "/responses";
        String response = """
                {"id": "r", "interactionAt": "%s", "answers": [{"question": "mark", "value": %d}]}""";
        city.as("integration").body(response.formatted(IN_MARCH, 2)).post(address).then().statusCode(201);
        once(indicator, "period=MONTH", json -> Integer.valueOf(12).equals(json.get("items[0].n")));

        String etag = city.as("analyst").get(address + "/r").then().statusCode(200).extract().header("ETag");
        city.as("integration").header("If-Match", etag).delete(address + "/r").then().statusCode(204);
        JsonPath without = once(indicator, "period=MONTH", json -> Integer.valueOf(11).equals(json.get("items[0].n")));
        assertThat(without.getDouble("items[0].figure")).isEqualTo(8);

        city.as("integration").body(response.formatted(IN_MARCH, 2)).post(address).then().statusCode(201);
        JsonPath again = once(indicator, "period=MONTH", json -> Integer.valueOf(12).equals(json.get("items[0].n")));
        assertThat(again.getDouble("items[0].figure")).isEqualTo(7.5);
    }

    @Test
    void whenAllAreRetractedNothingIsSeen() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        String address = "/v1/surveys/" + survey + "/responses";
        Stream.iterate(1, i -> i + 1).limit(10).forEach(i -> city.as("integration").body("""
                {"id": "r%d", "interactionAt": "%s", "answers": [{"question": "mark", "value": 8}]}"""
                .formatted(i, IN_MARCH)).post(address).then().statusCode(201));
        once(indicator, "period=MONTH", json -> json.getString("items[0].state").equals("RELEASED"));

        for (int i = 1; i <= 10; i++) {
            String etag = city.as("analyst").get(address + "/r" + i).then().statusCode(200).extract().header("ETag");
            city.as("integration").header("If-Match", etag).delete(address + "/r" + i).then().statusCode(204);
        }

        once(indicator, "period=MONTH", json -> json.getString("items[0].state").equals("HIDDEN"));
    }

    @Test
    void anAnswerCountsInTheLayerAndEditionOfItsInteractionHoweverLateTheEditionIsKnown() {
        String channel = Organisation.id();
        String layer = Organisation.id();
        String indicator = city.satisfaction();
        String survey = city.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Cijfer?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]}]}
                """.formatted(concept, indicator)).post("/v1/surveys").then().statusCode(201).extract().path("id");
        city.push(survey, IN_MARCH, times(10, 8), Map.of("channel", channel, "department", "Income", "pilot", concept));
        city.push(survey, Instant.parse("2025-12-31T12:00:00Z"), times(10, 8), Map.of("channel", channel));
        once(indicator, "period=MONTH&dimension=LAYER",
                json -> json.getList("items.slice.key").equals(List.of("UNKNOWN", "UNKNOWN")));

        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [],
                     "channels": [{"id": "%s", "name": "Video call", "layer": "%s"}]}""".formatted(concept, channel, layer));
        }

        shown(indicator, "LAYER", layer, "UNKNOWN");
        shown(indicator, "EDITION", concept + "|1", "UNKNOWN");
        JsonPath months = city.results(indicator, "period=MONTH");
        assertThat(months.getList("items[0].editions")).as("in December none was in force").isEmpty();
        assertThat(months.getString("items[1].editions[0].concept")).isEqualTo(concept);
        assertThat(months.getInt("items[1].editions[0].edition")).isEqualTo(1);
        assertThat(city.results(indicator, "period=DAY&from=2026-01-01").getInt("items[0].editions[0].edition")).isEqualTo(1);
        assertThat(city.results(indicator, "period=MONTH&dimension=DEPARTMENT&from=2026-01-01")
                .getList("items.slice.key", String.class)).contains("Income");
        assertThat(city.results(indicator, "period=MONTH&dimension=PILOT&from=2026-01-01")
                .getList("items.slice.key", String.class)).contains(concept);
    }

    /** Awaits that answers of March are counted in one slice and those of December in another. */
    private void shown(String indicator, String dimension, String inMarch, String inDecember) {
        await().untilAsserted(() -> {
            List<Map<String, Object>> items = city.results(indicator, "period=MONTH&dimension=" + dimension).getList("items");
            assertThat(items.stream().filter(item -> "RELEASED".equals(item.get("state")))
                    .map(item -> String.valueOf(((Map<?, ?>) item.get("slice")).get("key"))))
                    .containsExactly(inDecember, inMarch);
        });
    }

    @Test
    void theFirstFigureAfterAQuestionChangedIsMarked() {
        String indicator = city.satisfaction();
        String survey = survey(indicator, 1, 10);
        city.push(survey, Instant.parse("2026-01-10T12:00:00Z"), times(10, 8));
        city.as("analyst").header("If-Match", "\"1\"").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2026-02-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Een heel andere vraag?"}, "scale": {"min": 1, "max": 10},
                   "indicators": ["%s"]}]}""".formatted(concept, indicator))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201);
        city.push(survey, Instant.parse("2026-03-10T12:00:00Z"), times(10, 8));
        city.push(survey, Instant.parse("2026-04-10T12:00:00Z"), times(10, 8));

        once(indicator, "period=MONTH",
                json -> json.getList("items.instrumentBreak", Boolean.class).equals(List.of(false, true, false)));

        assertThat(city.results(indicator, "period=DAY").getList("items.instrumentBreak", Boolean.class))
                .containsExactly(false, true, false);
    }

    @Test
    void aSliceThatIsKnownLaterIsMarkedToo() {
        String indicator = city.satisfaction();
        String survey = survey(indicator, 1, 10);
        String rate = define("RATE_OF_CHANGE", """
                , "change": {"indicator": "%s", "baselineYear": 2025}""".formatted(indicator));
        city.push(survey, Instant.parse("2025-01-10T12:00:00Z"), times(10, 8), Map.of("location", "North"));
        city.push(survey, Instant.parse("2025-03-10T12:00:00Z"), times(10, 8), Map.of("location", "North"));
        city.push(survey, Instant.parse("2026-01-10T12:00:00Z"), times(10, 8), Map.of("location", "North"));
        city.as("analyst").header("If-Match", "\"1\"").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2026-02-01T00:00:00Z", "questions": [
                  {"id": "instead", "text": {"nl": "Een heel andere vraag?"}, "scale": {"min": 1, "max": 10},
                   "indicators": ["%s"]}]}""".formatted(concept, indicator))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201);
        push("instead", survey, "2026-02-10T12:00:00Z", "South");
        push("instead", survey, "2026-03-10T12:00:00Z", "North");

        city.resultsOf(indicator, "period=MONTH&from=2026-01-01", 10, 10, 10);

        assertThat(marked(indicator, "period=MONTH&from=2026-01-01")).containsExactly(false, true, false);
        assertThat(marked(indicator, "period=MONTH&dimension=LOCATION&from=2026-01-01")).as("North in January and March")
                .containsExactly(false, true, true);
        once(rate, "period=MONTH", json -> json.getList("items").size() == 1);
        assertThat(city.results(rate, "period=MONTH&dimension=LOCATION").getList("items.period.label"))
                .as("a rate compares nothing across a break").containsExactly("2026-01");
    }

    private List<Boolean> marked(String indicator, String query) {
        return city.results(indicator, query).getList("items.instrumentBreak", Boolean.class);
    }

    private void push(String question, String survey, String at, String location) {
        List<Map<String, Object>> batch = IntStream.range(0, 10).mapToObj(i -> Map.<String, Object> of("id",
                Organisation.id(), "interactionAt", at, "location", location, "answers",
                List.of(Map.of("question", question, "value", 8)))).toList();
        city.as("integration").body(batch).post("/v1/surveys/" + survey + "/responses/batch").then().statusCode(207);
    }

    @Test
    void aMeanWhoseBaselineWasNeverMeasuredHasNothingToBeComparedWith() {
        String mean = city.satisfaction();
        String objective = Organisation.id();
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2025-01-01", "objectives": [
                     {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH", "dueDate": "2026-12-31",
                      "target": {"comparison": "AT_LEAST", "value": 5, "measure": "CHANGE", "baselineYear": 2024}}]}
                    """.formatted(concept, objective, mean));
            city.push(city.survey(mean), Instant.parse("2026-03-10T12:00:00Z"), times(40, 8));

            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("NO_DATA"));
        }
    }

    @Test
    void aShareIsComparedOverTheSameLocations() {
        String share = define("SHARE", "");
        String objective = Organisation.id();
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2025-01-01", "objectives": [
                     {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH", "dueDate": "2026-12-31",
                      "target": {"comparison": "AT_LEAST", "value": 5, "measure": "CHANGE", "baselineYear": 2024}}]}
                    """.formatted(concept, objective, share));
            observe(share, "n24", "2024-01-01", "2024-01-31", Map.of("value", 50, "of", 100, "location", "North"));
            observe(share, "s24", "2024-01-01", "2024-01-31", Map.of("value", 10, "of", 100, "location", "South"));
            observe(share, "n25", "2025-01-01", "2025-01-31", Map.of("value", 50, "of", 100, "location", "North"));

            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("INCOMPLETE"));
        }
    }
}
