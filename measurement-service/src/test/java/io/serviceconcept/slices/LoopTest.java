package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** From a concept's target and people's answers to a verdict that others hear. */
@QuarkusTest
@WithTestResource(RealParts.class)
class LoopTest {

    private final Organisation city = Organisation.fresh();
    private final String concept = Organisation.id();
    private final String objective = Organisation.id();
    private Topics topics = new Topics();

    @BeforeEach
    void listen() {
        topics.close();
        topics = new Topics();
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private void adopt(int edition, String indicator, String window, String target) {
        topics.publish(city, "concept-events", "concept-" + concept + "-" + edition, "concept.edition-adopted.v1", """
                {"concept": "%s", "name": "Concept", "edition": %d, "inForceFrom": "2026-01-01", "layers": [], "groups": [],
                 "channels": [], "needs": [], "objectives": [{"id": "%s", "name": "o", "indicator": "%s",
                   "target": %s, "window": "%s", "dueDate": "2026-12-31", "owner": "Marit"}]}
                """.formatted(concept, edition, objective, indicator, target, window));
    }

    private void awaitVerdict(String window, String verdict) {
        await().untilAsserted(() -> assertThat(topics.verdict(city, objective, window)).isEqualTo(verdict));
    }

    @Test
    void fortyMarksOfThreeTurnTheVerdictFromMetToMissed() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        Instant now = Instant.now();
        adopt(1, indicator, "MONTH", """
                {"comparison": "AT_LEAST", "value": 7, "measure": "FIGURE"}""");

        city.push(survey, now, Stream.concat(times(60, 7).stream(), times(60, 8).stream()).toList());
        awaitVerdict("MONTH", "MET provisional");

        city.push(survey, now, times(40, 3));
        awaitVerdict("MONTH", "MISSED provisional");

        JsonPath results = city.results(indicator, "period=MONTH");
        assertThat(results.getInt("items[0].n")).isEqualTo(160);
        assertThat(results.getDouble("items[0].figure")).isEqualTo(6.375);
        assertThat(results.getString("items[0].verdicts[0].verdict")).isEqualTo("MISSED");
        assertThat(results.getString("items[0].verdicts[0].objective")).isEqualTo(objective);
        assertThat(results.getBoolean("items[0].open")).isTrue();
    }

    @Test
    void aPromiseToCustomersIsJudgedToo() {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), times(40, 8));

        topics.publish(city, "concept-events", "concept-" + concept + "-1", "concept.edition-adopted.v1", """
                {"concept": "%s", "name": "Concept", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [],
                 "serviceLevels": [{"id": "%s", "name": "s", "promise": "p", "indicator": "%s",
                   "norm": {"comparison": "AT_LEAST", "value": 7}, "window": "MONTH"}]}
                """.formatted(concept, objective, indicator));

        awaitVerdict("MONTH", "MET");
    }

    @Test
    void whatTheApiShowsIsWhatOthersHeard() {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), times(12, 8), Map.of("location", "North"));

        JsonPath shown = city.resultsOf(indicator, "period=MONTH&dimension=LOCATION", 12);
        JsonNode heard = await().until(() -> topics.heard(city, "measurement.result-released.v1")
                .filter(data -> data.at("/period/kind").asText().equals("MONTH")
                        && data.at("/slice/dimension").asText().equals("LOCATION") && data.path("n").asInt() == 12)
                .findFirst(), Optional::isPresent).orElseThrow();

        assertThat(heard.path("figure").decimalValue()).isEqualByComparingTo(shown.getString("items[0].figure"));
        assertThat(heard.path("revision").asLong()).isEqualTo(shown.getLong("items[0].revision"));
        assertThat(heard.at("/slice/key").asText()).isEqualTo(shown.getString("items[0].slice.key"));
        assertThat(topics.heard(city, "measurement.result-released.v1").map(data -> data.at("/period/kind").asText()))
                .containsOnly("MONTH", "QUARTER", "YEAR");
    }

    @Test
    void anEditionJudgesWhatWasMeasuredBeforeItWasAdopted() {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), times(40, 8));
        city.resultsOf(indicator, "period=MONTH", 40);

        adopt(1, indicator, "MONTH", """
                {"comparison": "AT_LEAST", "value": 7, "measure": "FIGURE"}""");
        awaitVerdict("MONTH", "MET");

        adopt(2, indicator, "MONTH", """
                {"comparison": "AT_LEAST", "value": 9, "measure": "FIGURE"}""");
        awaitVerdict("MONTH", "MISSED");
    }

    @Test
    void theEditionsOfARetiredConceptJudgeNoOtherPeriods() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        adopt(1, indicator, "MONTH", """
                {"comparison": "AT_LEAST", "value": 7, "measure": "FIGURE"}""");
        city.push(survey, Instant.parse("2026-03-10T12:00:00Z"), times(40, 8));
        awaitVerdict("MONTH", "MET");

        topics.publish(city, "concept-events", "concept-" + concept + "-retired", "concept.retired.v1", """
                {"concept": "%s", "retiredOn": "2026-11-01"}""".formatted(concept));
        adopt(2, indicator, "MONTH", """
                {"comparison": "AT_LEAST", "value": 9, "measure": "FIGURE"}""");
        city.push(survey, Instant.parse("2026-02-10T12:00:00Z"), times(40, 3));
        city.push(survey, Instant.parse("2026-03-10T12:00:00Z"), times(60, 3));

        await().untilAsserted(() -> assertThat(judged()).contains("2026-03 MET").endsWith("2026-03 MISSED"));
        city.resultsOf(indicator, "period=MONTH", 40, 100);
        assertThat(judged()).as("results go on, verdicts do not").allMatch(judged -> judged.startsWith("2026-03"));
    }

    private List<String> judged() {
        return topics.heard(city, "measurement.target-judged.v1")
                .map(data -> data.at("/period/label").asText() + ' ' + data.path("verdict").asText()).distinct().toList();
    }

    @Test
    void visitorsAreComparedWithTheSameMonthsOfTheBaselineYear() {
        String visitors = city.visitors();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        // in January nothing of this year is over yet, so that last year is the latest that can be judged
        int year = YearMonth.from(today).minusMonths(1).getYear();
        adopt(1, visitors, "YEAR", """
                {"comparison": "AT_MOST", "value": -5, "measure": "CHANGE", "baselineYear": %d}""".formatted(year - 1));
        List<Map<String, Object>> counts = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth before = YearMonth.of(year - 1, month);
            YearMonth now = YearMonth.of(year, month);
            counts.add(count(visitors, "North", before, 1000));
            counts.add(count(visitors, "South", before, 500));
            if (now.atEndOfMonth().isBefore(today)) {
                counts.add(count(visitors, "North", now, 900));
                counts.add(count(visitors, "South", now, 500));
            }
        }
        Map<String, Object> missing = counts.removeFirst();
        city.as("integration").body(counts).post("/v1/observations").then().statusCode(207);
        awaitVerdict("YEAR", year == today.getYear() ? "INCOMPLETE provisional" : "INCOMPLETE");

        city.as("integration").body(missing).post("/v1/observations").then().statusCode(201);
        awaitVerdict("YEAR", year == today.getYear() ? "MET provisional" : "MET");
        JsonNode judged = topics.heard(city, "measurement.target-judged.v1").reduce((first, second) -> second)
                .orElseThrow();
        int months = YearMonth.from(today).minusMonths(1).getMonthValue();
        assertThat(judged.path("figure").decimalValue()).isEqualByComparingTo(String.valueOf(1400 * months));
        assertThat(judged.at("/baseline/figure").decimalValue()).isEqualByComparingTo(String.valueOf(1500 * months));
        assertThat(judged.at("/baseline/label").asText()).isEqualTo(String.valueOf(year - 1));
        assertThat(judged.path("change").decimalValue()).isEqualByComparingTo("-6.666667");
        assertThat(judged.path("through").asText())
                .isEqualTo(YearMonth.from(today).minusMonths(1).atEndOfMonth().toString());
    }

    private static Map<String, Object> count(String indicator, String location, YearMonth month, int value) {
        return Map.of("source", "doors", "key", location + month, "indicator", indicator, "location", location, "from",
                month.atDay(1).toString(), "to", month.atEndOfMonth().toString(), "value", value);
    }

    @Test
    void anAnswerAtATouchpointIsAboutItsOnlyNeed() {
        String need = Organisation.id();
        String touchpoint = Organisation.id();
        topics.publish(city, "journey-events", "journey-" + concept, "journey.published.v1", """
                {"journey": "%s", "concept": "%s", "name": "j", "kind": "TO_BE", "groups": [], "phases": [
                  {"id": "%s", "name": "p", "touchpoints": [{"id": "%s", "name": "t", "channel": "c", "needs": ["%s"]}]}]}
                """.formatted(concept, concept, Organisation.id(), touchpoint, need));
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);

        // answers that come before the journey is known here stay without a need
        await().untilAsserted(() -> {
            city.push(survey, Instant.parse("2026-03-10T12:00:00Z"), times(10, 8), Map.of("touchpoint", touchpoint));
            assertThat(city.results(indicator, "period=MONTH&dimension=NEED").getList("items.slice.key", String.class))
                    .contains(need);
        });
        assertThat(city.results(indicator, "period=MONTH&dimension=TOUCHPOINT").getList("items.slice.key", String.class))
                .containsExactly(touchpoint);
    }
}
