package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** Figures on two sides of a question that became another are not compared. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InstrumentBreaksTest {

    private final Organisation city = Organisation.fresh();
    private final String concept = Organisation.id();
    private String indicator = "";
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        indicator = city.satisfaction();
        survey = city.as("analyst").body(asking("2025-01-01", "Welk cijfer?")).post("/v1/surveys").then().statusCode(201)
                .extract().path("id");
    }

    private String asking(String from, String question) {
        return """
                {"name": "s", "concept": "%s", "inUseFrom": "%sT00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "%s"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]}]}"""
                .formatted(concept, from, question, indicator);
    }

    private void answer(String day, int count) {
        List<Map<String, Object>> batch = IntStream.range(0, count).mapToObj(i -> Map.<String, Object> of("id", day + "-" + i,
                "interactionAt", day + "T12:00:00Z", "answers", List.of(Map.of("question", "mark", "value", 8)))).toList();
        city.as("integration").body(batch).post("/v1/surveys/" + survey + "/responses/batch").then().statusCode(207);
    }

    private void retract(String day, int count) {
        for (int i = 0; i < count; i++) {
            city.as("integration").header("If-Match", "\"1\"").delete("/v1/surveys/" + survey + "/responses/" + day + "-" + i)
                    .then().statusCode(204);
        }
    }

    private void askSomethingElseFrom(String day) {
        city.as("analyst").header("If-Match", "\"1\"").body(asking(day, "Een heel andere vraag?"))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201);
    }

    private List<String> marked(String period) {
        List<Map<String, Object>> items = city.results(indicator, "period=" + period).getList("items");
        return items.stream().filter(item -> Boolean.TRUE.equals(item.get("instrumentBreak")))
                .map(item -> String.valueOf(((Map<?, ?>) item.get("period")).get("label"))).toList();
    }

    /** The months whose last revision is marked, as a consumer would keep them. */
    private List<String> markedOnKafka(Topics topics) {
        Map<String, JsonNode> last = topics.heard(city, "measurement.result-released.v1")
                .filter(data -> data.at("/period/kind").asText().equals("MONTH")
                        && data.at("/slice/dimension").asText().equals("ALL"))
                .collect(Collectors.toMap(data -> data.at("/period/label").asText(), data -> data, (one, other) -> Stream
                        .of(one, other).max(Comparator.comparingLong(data -> data.path("revision").asLong())).orElseThrow()));
        return last.entrySet().stream().filter(entry -> entry.getValue().path("instrumentBreak").asBoolean())
                .map(Map.Entry::getKey).sorted().toList();
    }

    @Test
    void theFirstFigureSinceABreakIsMarkedWhereverItIsTold() {
        answer("2026-01-10", 10);
        answer("2026-04-10", 10);
        askSomethingElseFrom("2026-02-01");
        try (Topics topics = new Topics()) {
            await().untilAsserted(() -> assertThat(markedOnKafka(topics)).containsExactly("2026-04"));
            assertThat(marked("MONTH")).containsExactly("2026-04");
            assertThat(marked("YEAR")).as("the year holds both").containsExactly("2026");

            answer("2026-03-10", 10);
            await().untilAsserted(() -> assertThat(markedOnKafka(topics)).containsExactly("2026-03"));
            assertThat(marked("MONTH")).containsExactly("2026-03");
            assertThat(marked("DAY")).containsExactly("2026-03-10");
        }
    }

    @Test
    void aQuestionMoreBreaksTheIndicatorThatItIsAveragedInto() {
        answer("2026-01-10", 10);
        answer("2026-02-10", 10);

        String next = asking("2026-02-01", "Welk cijfer?").replace("]}]}", """
                ]}, {"id": "heard", "text": {"nl": "Gehoord?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]}]}"""
                .formatted(indicator));
        city.as("analyst").header("If-Match", "\"1\"").body(next).post("/v1/surveys/" + survey + "/versions").then()
                .statusCode(201).body("instrumentBreaks", hasSize(0)).body("recomposedIndicators", contains(indicator));

        await().untilAsserted(() -> assertThat(marked("MONTH")).containsExactly("2026-02"));
        city.as("viewer").get("/v1/surveys/" + survey + "/history").then()
                .body("items[1].what", containsString(indicator));
    }

    @Test
    void whatWasTakenBackIsNotTheFirstFigure() {
        answer("2026-01-10", 10);
        answer("2026-03-10", 10);
        answer("2026-04-10", 10);
        askSomethingElseFrom("2026-02-01");
        await().untilAsserted(() -> assertThat(marked("MONTH")).containsExactly("2026-03"));

        retract("2026-03-10", 10);

        await().untilAsserted(() -> assertThat(marked("MONTH")).containsExactly("2026-04"));
        assertThat(marked("DAY")).containsExactly("2026-04-10");
        assertThat(marked("WEEK")).containsExactly("2026-W15");
    }

    @Test
    void aMonthWithinWhichABreakLiesIsAGapInChartsAndTrends() {
        for (String day : List.of("2026-01-10", "2026-02-05", "2026-02-20", "2026-03-10", "2026-04-10")) {
            answer(day, 10);
        }
        askSomethingElseFrom("2026-02-10");
        await().untilAsserted(() -> assertThat(city.results(indicator, "period=MONTH").getList("items.n"))
                .isEqualTo(List.of(10, 20, 10, 10)));

        JsonPath chart = analysed("process-chart?from=2026-01-01&to=2026-04-30");
        JsonPath trend = analysed("trend?to=2026-04-30");
        JsonPath ofTheBreak = analysed("trend?to=2026-02-28");

        assertThat(chart.getList("points.period.label")).isEqualTo(List.of("2026-01", "2026-02", "2026-03", "2026-04"));
        assertThat(chart.getList("points.mixed")).isEqualTo(List.of(false, true, false, false));
        assertThat(chart.getList("points.instrumentBreak")).isEqualTo(List.of(false, true, true, false));
        assertThat(chart.getMap("points[1]")).doesNotContainKeys("figure", "range");
        assertThat(chart.getMap("points[2]")).containsKey("figure").doesNotContainKey("range");
        assertThat(chart.getMap("points[3]")).containsKeys("figure", "range");
        assertThat(trend.getInt("points")).isEqualTo(2);
        assertThat(trend.getString("from.label")).isEqualTo("2026-03");
        assertThat(ofTheBreak.getInt("points")).isZero();
    }

    private JsonPath analysed(String analysis) {
        return city.as("viewer").get("/v1/indicators/" + indicator + "/" + analysis).then().statusCode(200).extract()
                .jsonPath();
    }

    @Test
    void noChangeIsJudgedAcrossABreak() {
        String objective = Organisation.id();
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                      {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH", "target":
                        {"comparison": "AT_LEAST", "value": 0, "measure": "CHANGE", "baselineYear": 2025}}]}
                    """.formatted(concept, objective, indicator));
            answer("2025-03-10", 40);
            answer("2026-03-10", 40);
            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET"));

            askSomethingElseFrom("2026-02-01");

            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("NO_DATA"));
            JsonNode judged = topics.heard(city, "measurement.target-judged.v1")
                    .max(Comparator.comparingLong(data -> data.path("revision").asLong())).orElseThrow();
            assertThat(judged.path("acrossInstrumentBreak").asBoolean()).isTrue();
            assertThat(judged.path("figure").asInt()).isEqualTo(8);
            assertThat(judged.has("change")).isFalse();
            Map<String, Object> verdict = city.results(indicator, "period=MONTH&from=2026-03-01")
                    .getMap("items[0].verdicts[0]");
            assertThat(verdict).containsEntry("verdict", "NO_DATA").containsEntry("acrossInstrumentBreak", true);
        }
    }

    @Test
    void aRateHasNoFigureAcrossABreakAndItsVerdictSaysSo() {
        String rate = city.define("""
                {"name": "r", "unit": "%%", "better": "HIGHER", "audience": "CUSTOMER", "kind": "RATE_OF_CHANGE",
                 "change": {"indicator": "%s", "baselineYear": 2025}}""".formatted(indicator));
        String objective = Organisation.id();
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                      {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH", "target":
                        {"comparison": "AT_LEAST", "value": 0, "measure": "FIGURE"}}]}
                    """.formatted(concept, objective, rate));
            answer("2025-03-10", 40);
            answer("2026-03-10", 40);
            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("MET"));
            assertThat(city.results(rate, "period=MONTH").getList("items.figure", Double.class)).containsExactly(0.0);

            askSomethingElseFrom("2026-02-01");

            await().untilAsserted(() -> assertThat(topics.verdict(city, objective, "MONTH")).isEqualTo("NO_DATA"));
            Map<String, Object> result = city.results(rate, "period=MONTH").getMap("items[0]");
            assertThat(result).doesNotContainKey("figure");
            Map<String, Object> verdict = city.results(rate, "period=MONTH").getMap("items[0].verdicts[0]");
            assertThat(verdict).containsEntry("verdict", "NO_DATA").containsEntry("acrossInstrumentBreak", true);
        }
    }
}
