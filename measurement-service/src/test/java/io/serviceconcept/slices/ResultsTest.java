package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ResultsTest {

    private static final Instant IN_MARCH = Instant.parse("2026-03-10T12:00:00Z");

    private final Organisation city = Organisation.fresh();

    private JsonPath once(String indicator, String query, Predicate<JsonPath> condition) {
        return await().until(() -> city.results(indicator, query), condition);
    }

    /** The number of responses of each item, null where it is hidden. */
    private static List<Integer> ns(JsonPath results) {
        return results.getList("items.n");
    }

    @Test
    void aHundredAndTwentyMarksGiveAMeanAndItsInterval() {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), IN_MARCH, Stream.concat(times(60, 7).stream(), times(60, 8).stream()).toList());

        for (String period : List.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR")) {
            JsonPath result = once(indicator, "period=" + period, json -> ns(json).equals(List.of(120)));
            assertThat(result.getDouble("items[0].figure")).isEqualTo(7.5);
            assertThat(result.getDouble("items[0].interval.low")).isCloseTo(7.409243, within(1e-5));
            assertThat(result.getDouble("items[0].interval.high")).isCloseTo(7.590757, within(1e-5));
            assertThat(result.getString("items[0].state")).isEqualTo("RELEASED");
            assertThat(result.getString("items[0].basis")).isEqualTo("RESPONSES");
            assertThat(result.getList("items")).hasSize(1);
        }
        assertThat(city.results(indicator, "period=QUARTER").getString("items[0].period.label")).isEqualTo("2026-Q1");
        assertThat(city.results(indicator, "period=QUARTER&to=2025-12-31").getList("items")).isEmpty();
        assertThat(city.results(indicator, "period=QUARTER&from=2026-04-01").getList("items")).isEmpty();
    }

    @Test
    void nineResponsesAreNowhereToBeSeen() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        city.push(survey, IN_MARCH, times(9, 8), Map.of("location", "Small"));
        city.push(survey, IN_MARCH, times(10, 6), Map.of("location", "Middle"));
        city.push(survey, IN_MARCH, times(20, 6), Map.of("location", "Large"));

        for (String period : List.of("DAY", "MONTH")) {
            JsonPath byLocation = once(indicator, "period=" + period + "&dimension=LOCATION",
                    json -> ns(json).contains(20) && ns(json).size() == 3);
            assertThat(byLocation.getList("items.slice.key")).isEqualTo(List.of("Large", "Middle", "Small"));
            assertThat(byLocation.getList("items.state")).as("39 less 20 and 10 would be 9")
                    .isEqualTo(List.of("RELEASED", "HIDDEN", "HIDDEN"));
            assertThat(byLocation.getMap("items[1]")).doesNotContainKeys("n", "figure", "interval");
            assertThat(byLocation.getMap("items[2]")).doesNotContainKeys("n", "figure", "interval");
        }
    }

    @Test
    void anAnswerCountsOnTheDayItWasInAmsterdam() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        city.push(survey, Instant.parse("2026-03-31T21:59:59Z"), times(10, 8));
        city.push(survey, Instant.parse("2026-03-31T22:00:00Z"), times(11, 8));

        JsonPath months = once(indicator, "period=MONTH", json -> ns(json).equals(List.of(10, 11)));

        assertThat(months.getList("items.period.label")).isEqualTo(List.of("2026-03", "2026-04"));
        assertThat(months.getInt("items[0].n")).isEqualTo(10);
    }

    @Test
    void countsAreACensusOfEveryExpectedLocationAndDay() {
        String visitors = city.visitors();
        pushCount(visitors, "n1", "North", "2026-01-01", "2026-01-15", 100);
        pushCount(visitors, "n2", "North", "2026-01-16", "2026-01-31", 50);
        pushCount(visitors, "s1", "South", "2026-01-01", "2026-01-31", 3);
        pushCount(visitors, "n3", "North", "2026-02-01", "2026-02-27", 10);
        pushCount(visitors, "s2", "South", "2026-02-01", "2026-02-28", 10);
        pushCount(visitors, "s3", "South", "2026-02-20", "2026-03-05", 1000);

        JsonPath months = once(visitors, "period=MONTH",
                json -> json.getList("items.figure").equals(List.of(153, 20)));

        assertThat(months.getList("items.period.label")).isEqualTo(List.of("2026-01", "2026-02"));
        assertThat(months.getList("items.figure")).isEqualTo(List.of(153, 20));
        assertThat(months.getList("items.state")).isEqualTo(List.of("RELEASED", "INCOMPLETE"));
        JsonPath byLocation = city.results(visitors, "period=MONTH&dimension=LOCATION&from=2026-02-01");
        assertThat(byLocation.getList("items.slice.key")).isEqualTo(List.of("North", "South"));
        assertThat(byLocation.getList("items.state")).isEqualTo(List.of("INCOMPLETE", "RELEASED"));
        assertThat(city.results(visitors, "period=QUARTER").getInt("items[0].figure")).isEqualTo(1173);
    }

    @Test
    void aFigureComputedElsewhereIsShownForExactlyItsDays() {
        String indicator = city.satisfaction();
        city.as("integration").body("""
                {"source": "va", "key": "q4", "indicator": "%s", "from": "2019-10-01", "to": "2019-12-31",
                 "reported": {"value": 4.70}}""".formatted(indicator)).post("/v1/observations").then().statusCode(201);

        JsonPath quarters = once(indicator, "period=QUARTER", json -> ns(json).size() == 1);

        assertThat(quarters.getString("items[0].period.label")).isEqualTo("2019-Q4");
        assertThat(quarters.getDouble("items[0].figure")).isEqualTo(4.7);
        assertThat(quarters.getString("items[0].basis")).isEqualTo("REPORTED");
        assertThat(quarters.getMap("items[0]")).doesNotContainKeys("n", "interval");
        assertThat(city.results(indicator, "period=MONTH").getList("items")).isEmpty();
    }

    @Test
    void aListIsReadPageByPage() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        IntStream.rangeClosed(1, 5).forEach(month -> {
            city.push(survey, Instant.parse("2026-0" + month + "-10T12:00:00Z"), times(2, 8), Map.of("location", "A"));
            city.push(survey, Instant.parse("2026-0" + month + "-10T12:00:00Z"), times(2, 8), Map.of("location", "B"));
        });

        for (String period : List.of("MONTH", "WEEK", "DAY")) {
            once(indicator, "period=" + period + "&dimension=LOCATION", json -> ns(json).size() == 10);
            assertThat(pages("/v1/indicators/" + indicator + "/results?period=" + period + "&dimension=LOCATION&limit=3"))
                    .hasSize(10).doesNotHaveDuplicates().isSorted();
        }
    }

    private List<String> pages(String first) {
        String next = first;
        List<String> seen = new ArrayList<>();
        while (!next.isEmpty()) {
            Response page = city.as("viewer").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            List<Map<String, Map<String, String>>> items = page.path("items");
            seen.addAll(items.stream().map(item -> item.get("period").get("from") + item.get("slice").get("key"))
                    .collect(Collectors.toList()));
            String link = page.header("Link");
            next = link == null ? "" : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        return seen;
    }

    @Test
    void aQueryThatMakesNoSenseIsRefused() {
        String results = "/v1/indicators/" + city.satisfaction() + "/results";

        city.as("viewer").get(results).then().statusCode(400).body("errors.pointer", containsInAnyOrder("?period"));
        city.as("viewer").get(results + "?period=HOUR&from=x&to=2026-02-30&dimension=COLOUR").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("?period", "?from", "?to", "?dimension"));
        city.as("viewer").get(results + "?period=DAY&from=2026-02-01&to=2026-01-01").then().statusCode(400);
        city.as("integration").get(results + "?period=DAY").then().statusCode(403);
        Organisation.fresh().as("viewer").get(results + "?period=DAY").then().statusCode(404);
        city.as("viewer").get(results + "?period=DAY").then().statusCode(200).body("items", hasSize(0))
                .header("Link", nullValue()).header("API-Version", notNullValue());
    }

    private void pushCount(String indicator, String key, String location, String from, String to, int value) {
        city.as("integration").body("""
                {"source": "doors", "key": "%s", "indicator": "%s", "from": "%s", "to": "%s", "location": "%s",
                 "value": %d}""".formatted(key, indicator, from, to, location, value)).post("/v1/observations").then()
                .statusCode(201);
    }
}
