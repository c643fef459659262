package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** What a few people answered is nowhere to be had. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PrivacyTest {

    private static final Instant JANUARY = Instant.parse("2026-01-14T12:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-11T12:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-11T12:00:00Z");

    @Inject
    AgroalDataSource dataSource;

    private final Organisation city = Organisation.fresh();
    private String indicator = "";

    @BeforeEach
    void define() {
        indicator = city.satisfaction();
    }

    private JsonPath once(String query, Predicate<JsonPath> condition) {
        return await().until(() -> city.results(indicator, query), condition);
    }

    private static List<Integer> ns(JsonPath results) {
        return results.getList("items.n");
    }

    @Test
    void aSliceOfNineTakesTheNextSmallestWithItEverywhere() {
        String survey = city.survey(indicator);
        city.push(survey, MARCH, times(9, 8), Map.of("location", "Small"));
        city.push(survey, MARCH, times(12, 6), Map.of("location", "Middle"));
        city.push(survey, MARCH, times(30, 6), Map.of("location", "Large"));
        for (String period : List.of("MONTH", "QUARTER", "YEAR", "DAY", "WEEK")) {
            JsonPath locations = once("dimension=LOCATION&period=" + period, json -> ns(json).contains(30));
            assertThat(locations.getList("items.slice.key")).isEqualTo(List.of("Large", "Middle", "Small"));
            assertThat(locations.getList("items.state")).isEqualTo(List.of("RELEASED", "HIDDEN", "HIDDEN"));
        }
        String later = Instant.now().plusSeconds(60).toString();
        JsonPath asOf = city.results(indicator, "period=MONTH&dimension=LOCATION&asOf=" + later);
        assertThat(asOf.getList("items.state")).isEqualTo(List.of("RELEASED", "HIDDEN", "HIDDEN"));
        for (int hidden = 1; hidden <= 2; hidden++) {
            assertThat(asOf.getMap("items[" + hidden + "]")).doesNotContainKeys("n", "figure", "interval", "percentiles");
        }
        // what is sent after it: whatever was said of the others is heard by then
        city.push(survey, MARCH, times(10, 6), Map.of("location", "Large"));
        try (Topics topics = new Topics()) {
            await().untilAsserted(() -> assertThat(released(topics, "Large").map(data -> data.path("n").asInt()))
                    .contains(40));
            for (String hidden : List.of("Small", "Middle")) {
                assertThat(released(topics, hidden)).isNotEmpty().allSatisfy(data -> {
                    assertThat(data.path("state").asText()).isEqualTo("HIDDEN");
                    assertThat(List.of("n", "figure", "interval", "percentiles")).noneMatch(data::hasNonNull);
                });
            }
        }
    }

    private Stream<JsonNode> released(Topics topics, String location) {
        return topics.heard(city, "measurement.result-released.v1")
                .filter(data -> data.at("/slice/key").asText().equals(location));
    }

    @Test
    void twoSlicesThatChangedByFiveEachAreHeldBackWhileTheirTotalIsShown() {
        String survey = surveyOfColleagues(indicator);
        // a step at a time: whichever answers are counted together, none is held back before the next
        for (List<Integer> shown : List.of(List.of(10), List.of(20), List.of(20, 10), List.of(20, 20))) {
            city.push(survey, MARCH, times(10, 8), Map.of("location", shown.size() == 1 ? "North" : "South"));
            once("period=MONTH&dimension=LOCATION", json -> ns(json).equals(shown));
        }
        city.push(survey, MARCH, times(5, 4), Map.of("location", "North"));
        city.push(survey, MARCH, times(4, 4), Map.of("location", "South"));
        awaitLookedAt(49);

        String now = Instant.now().toString();
        for (String query : List.of("period=MONTH", "period=QUARTER", "period=YEAR", "period=MONTH&asOf=" + now)) {
            assertThat(ns(city.results(indicator, query))).isEqualTo(List.of(40));
            assertThat(ns(city.results(indicator, "dimension=LOCATION&" + query))).isEqualTo(List.of(20, 20));
        }
        assertThat(exported()).contains(",40,").contains(",20,").doesNotContain(",25,").doesNotContain(",24,")
                .doesNotContain(",49,").doesNotContain(",45,");

        city.push(survey, MARCH, times(1, 4), Map.of("location", "South"));
        once("period=MONTH", json -> ns(json).equals(List.of(50)));
        assertThat(ns(city.results(indicator, "period=MONTH&dimension=LOCATION"))).as("five changes each")
                .isEqualTo(List.of(20, 20));
        try (Topics topics = new Topics()) {
            await().untilAsserted(() -> assertThat(topics.heard(city, "measurement.result-released.v1")
                    .filter(data -> data.at("/period/kind").asText().equals("MONTH")).map(data -> data.path("n").asInt()))
                    .contains(50));
            assertThat(topics.heard(city, "measurement.result-released.v1")
                    .filter(data -> data.at("/slice/dimension").asText().equals("LOCATION") && data.hasNonNull("n"))
                    .map(data -> data.path("n").asInt())).containsOnly(10, 20);
            assertThat(topics.heard(city, "measurement.result-released.v1")
                    .filter(data -> data.at("/slice/dimension").asText().equals("ALL") && data.hasNonNull("n"))
                    .map(data -> data.path("n").asInt())).isSubsetOf(10, 20, 30, 40, 50);
        }
    }

    private String exported() {
        String location = city.as("analyst").body("""
                {"of": "RESULTS", "format": "CSV", "indicators": ["%s"], "period": "MONTH",
                 "dimensions": ["ALL", "LOCATION"]}""".formatted(indicator)).post("/v1/exports").then().statusCode(202)
                .extract()
                .header("Location");
        await().until(() -> city.as("analyst").get(location).then().extract().path("state").equals("DONE"));
        return city.as("analyst").get(location + "/content").then().statusCode(200).extract().asString();
    }

    @Test
    void whatIsHiddenHasNoTrendAndNoChart() {
        String survey = city.survey(indicator);
        for (int month = 1; month <= 5; month++) {
            Instant day = Instant.parse("2026-0" + month + "-11T12:00:00Z");
            city.push(survey, day, times(9, month), Map.of("location", "Small"));
            city.push(survey, day, times(12, month), Map.of("location", "Middle"));
            city.push(survey, day, times(30, month), Map.of("location", "Large"));
        }
        once("period=MONTH&dimension=LOCATION", json -> ns(json).stream().filter(Objects::nonNull).toList()
                .equals(List.of(30, 30, 30, 30, 30)));
        String of = "/v1/indicators/" + indicator;
        for (String hidden : List.of("Small", "Middle")) {
            String slice = "?dimension=LOCATION&to=2026-05-31&key=" + hidden;
            assertThat(city.as("viewer").get(of + "/trend" + slice).then().statusCode(200).extract().jsonPath().getMap(""))
                    .containsEntry("points", 0).doesNotContainKeys("slope", "direction", "interval");
            List<Object> figures = city.as("viewer").get(of + "/process-chart" + slice).then().statusCode(200).extract()
                    .jsonPath().getList("points.figure");
            assertThat(figures).hasSize(5).containsOnlyNulls();
        }
        assertThat(city.as("viewer").get(of + "/trend?dimension=LOCATION&to=2026-05-31&key=Large").jsonPath()
                .getString("direction")).isEqualTo("RISING");
    }

    @Test
    void aMonthOfNineTakesAnotherMonthOfItsQuarterWithIt() {
        String survey = city.survey(indicator);
        city.push(survey, JANUARY, times(9, 8));
        city.push(survey, FEBRUARY, times(30, 8));
        city.push(survey, MARCH, times(40, 8));
        once("period=YEAR", json -> ns(json).equals(List.of(79)));
        JsonPath months = once("period=MONTH", json -> json.getList("items.state").equals(List.of("HIDDEN", "HIDDEN",
                "RELEASED")));
        assertThat(months.getInt("items[2].n")).isEqualTo(40);
        assertThat(city.results(indicator, "period=DAY").getList("items.state")).as("nor are their days to be had")
                .isEqualTo(List.of("HIDDEN", "HIDDEN", "RELEASED"));
        city.push(survey, JANUARY, times(1, 8));
        once("period=MONTH", json -> ns(json).equals(List.of(10, 30, 40)));
    }

    @Test
    void tenFurtherAnswersAppearTogetherOrNotAtAll() {
        String survey = surveyOfColleagues(indicator);
        // each ten by itself: more may be counted in two parts, and what is left of the second waits
        for (int n : List.of(10, 20)) {
            city.push(survey, MARCH, times(10, 8), Map.of("location", "North"));
            once("period=MONTH", json -> ns(json).equals(List.of(n)));
        }
        city.push(survey, MARCH, times(9, 4), Map.of("location", "North"));
        awaitLookedAt(29);
        for (String period : List.of("MONTH", "QUARTER", "YEAR")) {
            assertThat(ns(city.results(indicator, "period=" + period))).isEqualTo(List.of(20));
            assertThat(ns(city.results(indicator, "dimension=LOCATION&period=" + period))).isEqualTo(List.of(20));
        }
        assertThat(city.results(indicator, "period=DAY").getList("items.state")).isEqualTo(List.of("HIDDEN"));
        city.push(survey, MARCH, times(1, 4), Map.of("location", "North"));
        JsonPath together = once("period=MONTH", json -> !ns(json).equals(List.of(20)));
        assertThat(ns(together)).isEqualTo(List.of(30));
    }

    @Test
    void whatWasKnownAtAMomentIsShownAsItWas() {
        String survey = city.survey(indicator);
        city.push(survey, MARCH, times(12, 8));
        once("period=MONTH", json -> ns(json).equals(List.of(12)));
        String then = Instant.now().toString();
        city.push(survey, MARCH, times(8, 3));
        once("period=MONTH", json -> ns(json).equals(List.of(20)));
        JsonPath known = city.results(indicator, "period=MONTH&asOf=" + then);
        assertThat(ns(known)).isEqualTo(List.of(12));
        assertThat(known.getInt("items[0].figure")).isEqualTo(8);
        assertThat(city.results(indicator, "period=MONTH&asOf=2025-01-01T00:00:00Z").getList("items")).isEmpty();
        String results = "/v1/indicators/" + indicator + "/results?asOf=";
        city.as("viewer").get(results + "yesterday&period=MONTH").then().statusCode(400);
        city.as("viewer").get(results + then + "&period=DAY").then().statusCode(400);
    }

    private String surveyOfColleagues(String fed) {
        return city.as("analyst").body("""
                {"name": "Among colleagues", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "audience": "EMPLOYEE",
                 "releaseStep": 10, "questions": [{"id": "mark", "text": {"nl": "Welk cijfer?"},
                   "scale": {"min": 1, "max": 10}, "indicators": ["%s"]}]}
                """.formatted(Organisation.id(), fed)).post("/v1/surveys").then().statusCode(201).extract().path("id");
    }

    /** What is behind what is shown can only be read where it is kept. */
    private void awaitLookedAt(int n) {
        await().untilAsserted(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement("""
                            SELECT n FROM release_cell
                            WHERE indicator = ? AND period_kind = 'YEAR' AND dimension = 'ALL'
                            """)) {
                statement.setString(1, indicator);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(n);
                }
            }
        });
    }

    @Test
    void aSliceThatHappensToLieInAnotherLeavesNoFewOfIt() {
        String survey = city.survey(indicator);
        String channel = Organisation.id();
        String touchpoint = Organisation.id();
        city.push(survey, MARCH, times(91, 8), Map.of("channel", channel, "touchpoint", touchpoint));
        city.push(survey, MARCH, times(9, 3), Map.of("channel", channel));
        city.push(survey, MARCH, times(40, 6), Map.of("channel", Organisation.id()));
        awaitLookedAt(140);

        for (String period : List.of("MONTH", "QUARTER", "YEAR", "DAY", "WEEK")) {
            assertThat(ns(once("period=" + period, json -> ns(json).equals(List.of(140))))).hasSize(1);
            List<Integer> channels = ns(city.results(indicator, "dimension=CHANNEL&period=" + period));
            List<Integer> touchpoints = ns(city.results(indicator, "dimension=TOUCHPOINT&period=" + period));
            assertThat(channels.contains(100) && touchpoints.contains(91)).as("100 less 91 in a " + period).isFalse();
            assertThat(channels.contains(40) && touchpoints.contains(49)).as("49 less 40 in a " + period).isFalse();
            assertThat(Stream.concat(channels.stream(), touchpoints.stream()).filter(Objects::nonNull)).isNotEmpty();
        }
    }

    @Test
    void aSliceOfAYearThatIsSeenLaterLeavesNoFewOfAMonthLongBefore() {
        String early = indicator;
        String survey = city.survey(early);
        rare(survey, 5);
        giveAnswersOfAYear(survey);
        await().untilAsserted(() -> assertThat(known(early, "YEAR", "DEPARTMENT"))
                .as("the few take the next smallest with them").containsOnlyKeys("2026 Mail", "2026 Desk", "2026 Phone"));
        await().untilAsserted(() -> assertThat(known(early, "MONTH", "LOCATION")).containsEntry("2026-01 North", 25));

        rare(survey, 10);
        await().untilAsserted(() -> assertThat(known(early, "YEAR", "DEPARTMENT")).containsEntry("2026 Video", 29));

        assertThat(known(early, "MONTH", "LOCATION")).as("29 by video, less the 25 of them in the North in January")
                .doesNotContainKey("2026-01 North");
        String late = city.satisfaction();
        String other = city.survey(late);
        giveAnswersOfAYear(other);
        rare(other, 15);
        await().untilAsserted(() -> {
            for (String dimension : List.of("DEPARTMENT", "LOCATION")) {
                for (String period : List.of("MONTH", "QUARTER", "YEAR")) {
                    assertThat(known(early, period, dimension)).as("in whatever order they came")
                            .isEqualTo(known(late, period, dimension));
                }
            }
        });
    }

    /** All who came by video in January are from the North; four more come by video in April. */
    private void giveAnswersOfAYear(String survey) {
        push(survey, "2026-04-11", 40, "Phone", "South");
        push(survey, "2026-07-11", 40, "Mail", "South");
        push(survey, "2026-10-10", 20, "Mail", "South");
        push(survey, "2026-10-11", 20, "Phone", "South");
        push(survey, "2026-01-11", 40, "Desk", "South");
        push(survey, "2026-02-10", 20, "Phone", "North");
        push(survey, "2026-02-11", 20, "Desk", "South");
        push(survey, "2026-01-10", 25, "Video", "North");
        push(survey, "2026-04-10", 4, "Video", "South");
    }

    private void rare(String survey, int count) {
        push(survey, "2026-07-10", count, "Post", "South");
    }

    private void push(String survey, String day, int count, String department, String location) {
        city.push(survey, Instant.parse(day + "T12:00:00Z"), times(count, 8),
                Map.of("department", department, "location", location));
    }

    /** How many answers are told of which period and slice. */
    private Map<String, Integer> known(String of, String period, String dimension) {
        List<Map<String, Object>> items = city.results(of, "period=" + period + "&dimension=" + dimension + "&limit=400")
                .getList("items");
        Map<String, Integer> known = new TreeMap<>();
        items.stream().filter(item -> item.get("n") != null).forEach(item -> known.put(
                ((Map<?, ?>) item.get("period")).get("label") + " " + ((Map<?, ?>) item.get("slice")).get("key"),
                (Integer) item.get("n")));
        return known;
    }

    @Test
    void whatOthersReportedProtectsItsSmallSlicesToo() {
        report("all", "", 109, "2026-03-01", "2026-03-31");
        report("a", ", \"location\": \"A\"", 100, "2026-03-01", "2026-03-31");
        report("b", ", \"location\": \"B\"", 9, "2026-03-01", "2026-03-31");

        once("period=MONTH&dimension=LOCATION", json -> json.getList("items.state").equals(List.of("HIDDEN", "HIDDEN")));
        assertThat(ns(city.results(indicator, "period=MONTH"))).isEqualTo(List.of(109));
    }

    private void report(String reportKey, String slice, int n, String from, String to) {
        city.as("integration").body("""
                {"source": "published", "key": "%s", "indicator": "%s", "from": "%s", "to": "%s",
                 "reported": {"value": 7, "n": %d}%s}""".formatted(reportKey, indicator, from, to, n, slice))
                .post("/v1/observations").then().statusCode(201);
    }

    @Test
    void aRateOfChangeGivesNothingBackThatIsWithheldOfWhatItIsTheChangeOf() {
        String rate = city.define("""
                {"name": "Rate", "unit": "%%", "better": "HIGHER", "audience": "CUSTOMER", "kind": "RATE_OF_CHANGE",
                 "change": {"indicator": "%s", "baselineYear": 2025}}""".formatted(indicator));
        String survey = city.survey(indicator);
        for (String year : List.of("2025", "2026")) {
            Instant march = Instant.parse(year + "-03-11T12:00:00Z");
            city.push(survey, march, times(50, 8), Map.of("location", "Large"));
            city.push(survey, march, times(12, 6), Map.of("location", "Middle"));
            city.push(survey, march, times(12, 6), Map.of("location", "Small"));
        }
        await().until(() -> city.results(rate, "period=MONTH&dimension=LOCATION"),
                json -> ns(json).equals(List.of(50, 12, 12)));

        city.push(survey, Instant.parse("2026-03-11T12:00:00Z"), times(1, 6), Map.of("location", "Tiny"));

        await().until(() -> city.results(rate, "period=MONTH&dimension=LOCATION"),
                json -> json.getList("items.state").equals(List.of("RELEASED", "HIDDEN", "RELEASED")));
    }

    @Test
    void aChangeOfASumIsToldOnlyWhereTheSumCouldBeListed() {
        String concept = Organisation.id();
        String survey = city.survey(indicator);
        String one = Organisation.id();
        String other = Organisation.id();
        for (int month = 1; month <= 3; month++) {
            for (String year : List.of("2025", "2026")) {
                Instant day = Instant.parse(year + "-0" + month + "-11T12:00:00Z");
                city.push(survey, day, times(50, 8), Map.of("channel", one));
                city.push(survey, day, times(year.equals("2025") ? 20 : 3, 6), Map.of("channel", other));
            }
        }
        // so that the year may be seen, and what is summed up of it is another
        city.push(survey, Instant.now(), times(30, 8), Map.of("channel", one));
        city.push(survey, Instant.now(), times(30, 8), Map.of("channel", other));
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%1$s", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                     {"id": "all", "name": "a", "indicator": "%2$s", "window": "YEAR", "dueDate": "2026-12-31",
                      "target": {"comparison": "AT_LEAST", "value": 1, "measure": "CHANGE", "baselineYear": 2025}},
                     {"id": "one", "name": "o", "indicator": "%2$s", "window": "YEAR", "dueDate": "2026-12-31",
                      "slice": {"dimension": "CHANNEL", "key": "%3$s"},
                      "target": {"comparison": "AT_LEAST", "value": 1, "measure": "CHANGE", "baselineYear": 2025}}]}
                    """.formatted(concept, indicator, one));
            await().untilAsserted(() -> assertThat(topics.verdict(city, "all", "YEAR")).isNotEmpty());
            await().untilAsserted(() -> assertThat(topics.verdict(city, "one", "YEAR")).startsWith("HIDDEN"));
            assertThat(topics.heard(city, "measurement.target-judged.v1")
                    .filter(data -> data.path("objective").asText().equals("one")).map(data -> data.path("n").asInt()))
                    .doesNotContain(150);
        }
    }
}
