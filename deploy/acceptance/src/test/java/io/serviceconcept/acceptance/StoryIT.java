package io.serviceconcept.acceptance;

import static io.serviceconcept.acceptance.Evaluation.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** The two stories, as anybody finds them in a platform that was just started. */
class StoryIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final BigDecimal CLOSE = new BigDecimal("0.0001");

    @Test
    void satisfactionAtLeastSevenIsMetByTheMarksOfThisMonth() {
        LoadedExample municipality = TestPlatform.municipality();
        Marks marks = Marks.of(ExampleLoader.MUNICIPALITY);

        JsonNode objective = Evaluation.of(municipality, "mila")
                .objective(municipality.id("objective", "satisfaction-at-least-7"));

        assertThat(objective.path("verdict").asText()).isEqualTo("MET");
        assertThat(objective.path("provisional").asBoolean()).isTrue();
        assertThat(objective.path("n").asInt()).isEqualTo(marks.n()).isEqualTo(120);
        assertThat(number(objective, "/figure")).isCloseTo(marks.mean(), within(CLOSE));
        BigDecimal halfWidth = marks.halfWidth(Marks.T_119);
        assertThat(number(objective, "/interval/low")).isCloseTo(marks.mean().subtract(halfWidth), within(CLOSE))
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(7));
        assertThat(number(objective, "/interval/high")).isCloseTo(marks.mean().add(halfWidth), within(CLOSE));
        assertThat(objective.at("/period/kind").asText()).isEqualTo("MONTH");
        assertThat(objective.at("/period/label").asText()).isEqualTo(firstMonth(municipality).toString());
    }

    @Test
    void fewerVisitorsIsACensusOfTheClosedMonthsAgainstTheSameMonthsOfTheBaselineYear() {
        LoadedExample municipality = TestPlatform.municipality();
        YearMonth loaded = firstMonth(municipality);
        boolean january = loaded.getMonthValue() == 1;
        int measuredYear = january ? loaded.getYear() - 1 : loaded.getYear();
        int months = january ? 12 : loaded.getMonthValue() - 1;
        BigDecimal before = visitors("baselineYear", months);
        BigDecimal after = visitors("measuredYear", months);

        JsonNode objective = Evaluation.of(municipality, "mila").objective(municipality.id("objective", "fewer-visitors"));

        assertThat(objective.path("verdict").asText()).isEqualTo("MET");
        assertThat(objective.path("provisional").asBoolean()).isEqualTo(!january);
        assertThat(objective.at("/period/label").asText()).isEqualTo(Integer.toString(measuredYear));
        assertThat(objective.at("/baseline/label").asText()).contains(Integer.toString(measuredYear - 1));
        assertThat(number(objective, "/baseline/figure")).isEqualByComparingTo(before);
        assertThat(objective.path("through").asText())
                .isEqualTo(YearMonth.of(measuredYear, months).atEndOfMonth().toString());
        BigDecimal change = after.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before, MathContext.DECIMAL128);
        assertThat(number(objective, "/change")).isCloseTo(change, within(CLOSE)).isLessThanOrEqualTo(BigDecimal.valueOf(-5));
        assertThat(objective.path("interval").isMissingNode() || objective.path("interval").isNull()).isTrue();
    }

    @Test
    void videoCallsShowTheMeasuredSatisfactionBesideTheirAssessedFits() {
        LoadedExample municipality = TestPlatform.municipality();
        Marks marks = Marks.of(ExampleLoader.MUNICIPALITY);

        JsonNode channel = Evaluation.of(municipality, "mila").channel(municipality.id("channel", "video-call"));

        assertThat(channel.path("status").asText()).isEqualTo("PILOT");
        assertThat(number(channel, "/measured/figure")).isCloseTo(marks.mean(), within(CLOSE));
        assertThat(channel.at("/measured/n").asInt()).isEqualTo(120);
        // Marks from the norm 7 to the highest 10 lie on fits from 3 to 4.
        BigDecimal fit = marks.mean().subtract(BigDecimal.valueOf(7)).divide(BigDecimal.valueOf(3), MathContext.DECIMAL128)
                .add(BigDecimal.valueOf(3));
        assertThat(number(channel, "/measuredFit/figure")).isCloseTo(fit, within(CLOSE));
        List<String> fits = new ArrayList<>();
        channel.path("assessedFits").forEach(assessed -> fits.add(
                assessed.path("name").asText() + " " + assessed.path("fit").decimalValue().stripTrailingZeros().toPlainString()
                        + " by " + assessed.path("assessors").asInt()));
        assertThat(fits).contains("Menselijk 3 by 3", "Geen wachtrij 3.5 by 2", "Snelheid 3 by 1");
    }

    @Test
    void theJourneyShowsWhatWasMeasuredBesideWhatWasExpected() {
        LoadedExample municipality = TestPlatform.municipality();
        String touchpoint = municipality.id("touchpoint", "video-conversation");

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode measured = Gateway.get("mila",
                    "/v1/journeys/" + municipality.id("journey", "income-support") + "/measured");
            List<JsonNode> steps = new ArrayList<>();
            measured.path("touchpoints").forEach(steps::add);
            assertThat(steps).hasSize(6);
            assertThat(steps).filteredOn(step -> step.path("touchpoint").asText().equals(touchpoint)).singleElement()
                    .satisfies(video -> {
                        assertThat(video.path("expectedFeeling").asInt()).isEqualTo(2);
                        assertThat(video.at("/measured/n").asInt()).isEqualTo(120);
                        assertThat(number(video, "/measured/figure"))
                                .isCloseTo(Marks.of(ExampleLoader.MUNICIPALITY).mean(), within(CLOSE));
                    });
        });
    }

    @Test
    void theRetailersSatisfactionIsMissedByItsFigureButNotYetByItsInterval() {
        LoadedExample retailer = TestPlatform.fashionForYou();
        Marks marks = Marks.of(ExampleLoader.FASHION_FOR_YOU);

        JsonNode objective = Evaluation.of(retailer, "fenna").objective(retailer.id("objective", "satisfaction-at-least-8"));

        assertThat(objective.path("verdict").asText()).isEqualTo("LIKELY_MISSED");
        assertThat(objective.path("n").asInt()).isEqualTo(marks.n());
        assertThat(number(objective, "/figure")).isCloseTo(marks.mean(), within(CLOSE));
        assertThat(number(objective, "/interval/high")).isCloseTo(marks.mean().add(marks.halfWidth(Marks.T_35)), within(CLOSE));
    }

    private static YearMonth firstMonth(LoadedExample municipality) {
        JsonNode survey = Gateway.get("mila", "/v1/surveys/" + municipality.id("survey", "after-video-call"));
        return YearMonth.from(Instant.parse(survey.path("inUseFrom").asText()).atZone(ZONE));
    }

    private static BigDecimal visitors(String year, int months) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode location : Gateway.example(ExampleLoader.MUNICIPALITY).path("visitors")) {
            for (int month = 0; month < months; month++) {
                sum = sum.add(location.path(year).path(month).decimalValue());
            }
        }
        return sum;
    }
}
