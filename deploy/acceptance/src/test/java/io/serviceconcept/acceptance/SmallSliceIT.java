package io.serviceconcept.acceptance;

import static io.serviceconcept.acceptance.OwnSurvey.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** What a few people answered is nowhere to be had, and nowhere to be worked out. */
class SmallSliceIT {

    private static final Duration LONG_ENOUGH_TO_BE_SEEN = Duration.ofSeconds(2);

    /** After a state in CSV, or in a field of NDJSON. */
    private static final Pattern A_FIGURE = Pattern.compile("HIDDEN,[^,]|\"(n|figure|low|high)\":[^n]");

    private static OwnSurvey withNine() {
        OwnSurvey survey = OwnSurvey.of("Nine of them " + UUID.randomUUID());
        survey.push(9, 8, "Small");
        survey.push(12, 6, "Middle");
        survey.push(30, 6, "Large");
        eventually().untilAsserted(() -> assertThat(survey.results("period=YEAR&dimension=LOCATION")).hasSize(3));
        return survey;
    }

    /** With the total shown, the next smallest slice is hidden too, or a subtraction would give the nine. */
    @Test
    void nineAnswersAreHiddenInEveryPeriodAndAsTheyWereKnown() {
        OwnSurvey survey = withNine();

        for (String period : List.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR")) {
            eventually().untilAsserted(() -> assertThat(shown(survey, "period=" + period + "&dimension=LOCATION"))
                    .containsExactly("Large RELEASED 30", "Middle HIDDEN", "Small HIDDEN"));
        }
        eventually().untilAsserted(() -> assertThat(shown(survey, "period=MONTH&dimension=LOCATION&asOf=" + Instant.now()))
                .containsExactly("Large RELEASED 30", "Middle HIDDEN", "Small HIDDEN"));
        assertThat(survey.results("period=MONTH").at("/0/n").asInt()).isEqualTo(51);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CSV", "NDJSON" })
    void nineAnswersAreHiddenInAnExport(String format) {
        OwnSurvey survey = withNine();

        List<String> lines = exported("""
                {"of": "RESULTS", "format": "%s", "indicators": ["%s"], "period": "MONTH", "dimensions": ["LOCATION"]}"""
                .formatted(format, survey.indicator())).lines().toList();

        assertThat(lines).filteredOn(line -> line.contains("Large")).singleElement().asString().contains("RELEASED", "30");
        assertThat(lines).filteredOn(line -> line.contains("Small") || line.contains("Middle")).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("HIDDEN").doesNotContainPattern(A_FIGURE));
    }

    @Test
    void tenFurtherAnswersOfColleaguesAppearTogetherOrNotAtAll() {
        OwnSurvey survey = OwnSurvey.of("Among colleagues", "\"audience\": \"EMPLOYEE\", \"releaseStep\": 10,", "");
        // of more than ten some may be released first, and the others wait for more
        survey.push(10, 8, "North");
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("8 of 10"));
        survey.push(10, 8, "North");
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("8 of 20"));

        survey.push(9, 2, "North");
        eventually().during(LONG_ENOUGH_TO_BE_SEEN).untilAsserted(() -> {
            assertThat(survey.march()).isEqualTo("8 of 20");
            assertThat(shown(survey, "period=QUARTER&dimension=LOCATION")).containsExactly("North RELEASED 20");
            assertThat(shown(survey, "period=DAY")).containsOnly(" HIDDEN");
        });

        survey.push(1, 2, "North");
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("6 of 30"));
    }

    /** "{key} {state} {n}" of each result. */
    private static List<String> shown(OwnSurvey survey, String query) {
        List<String> shown = new ArrayList<>();
        survey.results(query).forEach(result -> shown.add(result.at("/slice/key").asText() + ' '
                + result.path("state").asText() + (result.hasNonNull("n") ? ' ' + result.path("n").asText() : "")));
        return shown;
    }

    private static String exported(String request) {
        Response accepted = Gateway.as("anna").body(request).post("/v1/exports");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        String export = accepted.header("Location");
        eventually().until(() -> Gateway.get("anna", export), (JsonNode job) -> job.path("state").asText().equals("DONE"));
        return Gateway.as("anna").get(export + "/content").asString();
    }
}
