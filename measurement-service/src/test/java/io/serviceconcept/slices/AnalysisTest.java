package io.serviceconcept.slices;

import static io.serviceconcept.slices.Organisation.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** What released figures tell together. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AnalysisTest {

    private final Organisation city = Organisation.fresh();
    private String indicator = "";

    @BeforeEach
    void define() {
        indicator = city.satisfaction();
    }

    private static Instant in(int year, int month) {
        return LocalDate.of(year, month, 10).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private void released(int months) {
        city.resultsOf(indicator, "period=MONTH", Collections.nCopies(months, 10).toArray(Integer[]::new));
    }

    private JsonPath analysed(String analysis) {
        return city.as("viewer").get("/v1/indicators/" + indicator + "/" + analysis).then().statusCode(200).extract()
                .jsonPath();
    }

    @Test
    void fourMonthsThatGoUpAreATrend() {
        String survey = city.survey(indicator);
        for (int month = 1; month <= 3; month++) {
            city.push(survey, in(2026, month), times(10, 4 + month));
        }
        released(3);

        JsonPath tooFew = analysed("trend");
        assertThat(tooFew.getInt("points")).isEqualTo(3);
        assertThat(tooFew.getMap("")).doesNotContainKeys("direction", "slope", "interval");

        city.push(survey, in(2026, 4), times(10, 8));
        released(4);
        JsonPath trend = analysed("trend?period=MONTH");
        assertThat(trend.getString("direction")).isEqualTo("RISING");
        assertThat(trend.getDouble("slope")).isEqualTo(1);
        assertThat(trend.getString("from.label")).isEqualTo("2026-01");
        assertThat(trend.getString("to.label")).isEqualTo("2026-04");
    }

    @Test
    void aMonthOutOfTheOrdinaryIsASignal() {
        String survey = city.survey(indicator);
        for (int month = 1; month <= 12; month++) {
            city.push(survey, in(2025, month), times(10, month % 2 == 0 ? 8 : 7));
        }
        city.push(survey, in(2026, 1), times(10, 2));
        released(13);

        JsonPath chart = analysed("process-chart?from=2025-01-01&to=2026-01-31");

        assertThat(chart.getList("points")).hasSize(13);
        assertThat(chart.getDouble("parts[0].mean")).isEqualTo(7.5);
        assertThat(chart.getDouble("parts[0].upperLimit")).isEqualTo(10.16);
        assertThat(chart.getString("parts[0].through.label")).isEqualTo("2025-12");
        assertThat(chart.getList("points[12].signals")).isEqualTo(List.of("OUTSIDE"));
        assertThat(chart.getList("points[11].signals")).isEmpty();
        JsonPath later = analysed("process-chart?from=2025-06-01&to=2026-01-31");
        assertThat(later.getList("points")).hasSize(8);
        assertThat(later.getList("parts")).as("limits stay, whichever periods are looked at").isEqualTo(chart.getList("parts"));
        assertThat(later.getList("points[7].signals")).isEqualTo(List.of("OUTSIDE"));
        assertThat(analysed("process-chart?restart=2025-06-10").getList("parts")).as("too few since and before").isEmpty();
        city.as("viewer").get("/v1/indicators/" + indicator + "/process-chart?restart=x").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("?restart"));
        city.as("viewer").get("/v1/indicators/" + indicator + "/process-chart?baseline=3&run=99&trend=1").then()
                .statusCode(400).body("errors.pointer", containsInAnyOrder("?baseline", "?run", "?trend"));
    }

    @Test
    void twoLocationsAreComparedAndWhatIsHiddenGivesNothing() {
        String survey = city.survey(indicator);
        city.push(survey, in(2026, 3), Stream.concat(times(20, 8).stream(), times(20, 9).stream()).toList(),
                Map.of("location", "North"));
        city.push(survey, in(2026, 3), Stream.concat(times(20, 5).stream(), times(20, 6).stream()).toList(),
                Map.of("location", "South"));
        city.push(survey, in(2026, 3), times(9, 3), Map.of("location", "Small"));
        city.push(survey, in(2026, 3), times(15, 3), Map.of("location", "Middle"));
        city.resultsOf(indicator, "period=MONTH&dimension=LOCATION", null, 40, null, 40);
        city.resultsOf(indicator, "period=MONTH", 104);
        String comparison = "comparison?period=MONTH&day=2026-03-01&dimension=LOCATION&first=North&second=";

        JsonPath firm = analysed(comparison + "South");

        assertThat(firm.getDouble("difference")).isEqualTo(3);
        // s² = 10/39 in both, 78 degrees of freedom: 3 ± 1.990847 · √(2 · (10/39)/40)
        assertThat(firm.getDouble("interval.low")).isCloseTo(3 - 1.990847 * Math.sqrt(2 * (10.0 / 39) / 40), within(1e-4));
        assertThat(firm.getBoolean("differs")).isTrue();
        assertThat(firm.getString("method")).isEqualTo("WELCH");
        city.as("viewer").get("/v1/indicators/" + indicator + "/" + comparison + "Small").then().statusCode(200)
                .body("difference", nullValue()).body("second.figure", nullValue()).body("second.n", nullValue())
                .body("first.n", is(40));
        city.as("viewer").get("/v1/indicators/" + indicator + "/" + comparison + "Middle").then().body("difference",
                nullValue());
        city.as("viewer").get("/v1/indicators/" + indicator + "/comparison?period=MONTH&dimension=NEED&first=a&second=a")
                .then().statusCode(400).body("errors.pointer", containsInAnyOrder("?dimension", "?day", "?second"));
        Organisation.fresh().as("viewer").get("/v1/indicators/" + indicator + "/trend").then().statusCode(404);
        city.as("integration").get("/v1/indicators/" + indicator + "/trend").then().statusCode(403);
    }
}
