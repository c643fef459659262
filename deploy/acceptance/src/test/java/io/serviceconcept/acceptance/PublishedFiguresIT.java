package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.Platform;
import io.serviceconcept.local.examples.PublishedFigures;

/** Figures that somebody else published come back as they were published, and with what their rounding and wording hid. */
class PublishedFiguresIT {

    private static final Path EXAMPLES = TestPlatform.ROOT.resolve("deploy").resolve("examples");
    private static final Path SAMPLE = EXAMPLES.resolve("hisp-sample.csv");
    private static final Path SAMPLE_VOLUMES = EXAMPLES.resolve("hisp-volumes-sample.csv");
    private static final Path SHARED = TestPlatform.ROOT.resolve("..").resolve("shared").normalize();
    private static final Path REAL = SHARED.resolve("data").resolve("hisp-question-details.csv");
    private static final Path REAL_VOLUMES = SHARED.resolve("data").resolve("hisp-quarterly-data.csv");

    /** What came of pushing the real files, once. */
    @Nullable
    private static Outcome real;

    @Test
    void theMadeUpRowsAreReadBackAsTheyArePublished() {
        Outcome outcome = push(SAMPLE, SAMPLE_VOLUMES);

        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        assertThat(outcome.lines("Equal")).hasSize(7 + 3);
        assertThat(outcome.text())
                .contains("Skipped  ex/desk FY2025 Q2 Efficiency: No Data")
                .contains("Skipped  ex/desk FY2025 Q1 Satisfaction: No Data")
                .contains("From FY2025 Q3 on 'Process Transparency' is worded")
                .contains("1907 of 12046 answered, of 1204600 customers: 15.830981 %, published as 16%");
    }

    @Test
    void aPublishedMeanIsReportedWithoutAnIntervalForItsCalendarQuarter() {
        assertThat(push(SAMPLE, null).exitCode()).isZero();

        JsonNode results = results("ex/desk: Trust / Confidence", "&from=2024-10-01&to=2024-12-31");

        assertThat(results).hasSize(1);
        JsonNode first = results.path(0);
        assertThat(first.at("/period/label").asText()).isEqualTo("2024-Q4");
        assertThat(Evaluation.number(first, "/figure")).isEqualByComparingTo("4.02");
        assertThat(first.path("basis").asText()).isEqualTo("REPORTED");
        assertThat(first.hasNonNull("interval")).isFalse();
    }

    @Test
    void pushingTheSameFilesAgainChangesNothing() {
        push(SAMPLE, SAMPLE_VOLUMES);

        Outcome again = push(SAMPLE, SAMPLE_VOLUMES);

        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(again.text()).doesNotContain("Pushed").contains("Present  ex/desk FY2025 Q3 Efficiency 3.5")
                .contains("Present  ex/desk FY2025 Q3 volumes");
        assertThat(survey("ex/desk", "/versions").path("items")).hasSize(2);
    }

    @Test
    void theRealFigureOfEveryQuarterIsReadBackAsItWasPublished() {
        Outcome outcome = pushReal();

        assertThat(outcome.lines("Pushed", "Present")).hasSize(33 + 5);
        assertThat(outcome.lines("Equal")).hasSize(7 + 5);
        assertThat(outcome.text())
                .contains("Skipped  va/vha FY2019 Q1 Satisfaction: No Data")
                .contains("Skipped  va/vha FY2019 Q2 Satisfaction: No Data")
                .contains("From FY2019 Q3 on 'Process Transparency' is worded");
    }

    /** Published as 31, 20, 17, 16 and 17 %. */
    @Test
    void theRealResponseRatesAreExact() {
        pushReal();

        JsonNode rates = survey("va/vha", "/response-rates?period=QUARTER").path("items");

        assertThat(rates).extracting(rate -> rate.path("period").asText() + " " + rate.path("responseRate").asText())
                .containsExactly("2018-Q4 30.511378", "2019-Q1 20.079323", "2019-Q2 17.352184", "2019-Q3 16.1584",
                        "2019-Q4 16.845821");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Trust / Confidence", "Service Effectiveness", "Process / Ease", "Efficiency",
            "Process Transparency", "Helpful Employees" })
    void theOtherWordingOfOneQuestionIsABreakOfTheWholeSurvey(String question) {
        pushReal();

        assertThat(marked(question)).containsExactly("2018-Q4", "2019-Q1", "2019-Q2 breaks", "2019-Q3", "2019-Q4");
        assertThatNoTrendLeadsAcross(question);
    }

    /** The question that had no data before the break is not comparable with the time before either. */
    @Test
    void whereThereWasNoDataNothingIsShown() {
        pushReal();

        assertThat(marked("Satisfaction")).containsExactly("2019-Q2 breaks", "2019-Q3", "2019-Q4");
        assertThatNoTrendLeadsAcross("Satisfaction");
    }

    @Test
    void theSecondVersionOfTheSurveyIsInUseFromTheFirstDayOfItsFiscalQuarter() {
        pushReal();

        JsonNode versions = survey("va/vha", "/versions").path("items");

        assertThat(versions).hasSize(2);
        assertThat(versions.path(0).path("questions")).hasSize(7);
        assertThat(versions.path(0).path("instrumentBreaks")).isEmpty();
        assertThat(versions.path(1).path("inUseFrom").asText()).isEqualTo("2019-03-31T22:00:00Z");
        assertThat(versions.path(1).path("instrumentBreaks")).hasSize(7);
    }

    private static void assertThatNoTrendLeadsAcross(String question) {
        JsonNode trend = Gateway.get("mila", indicator("va/vha: " + question) + "/trend?period=QUARTER");
        assertThat(trend.at("/from/label").asText()).isEqualTo("2019-Q2");
        assertThat(trend.at("/to/label").asText()).isEqualTo("2019-Q4");
        assertThat(trend.path("points").asInt()).isEqualTo(3);
        assertThat(trend.hasNonNull("direction")).isFalse();
    }

    /** The quarters that have a figure, and whether each breaks with those before. */
    private static List<String> marked(String question) {
        List<String> quarters = new ArrayList<>();
        results("va/vha: " + question, "").forEach(result -> quarters.add(result.at("/period/label").asText()
                + (result.path("instrumentBreak").asBoolean() ? " breaks" : "")));
        return quarters;
    }

    private static JsonNode results(String indicator, String more) {
        return Gateway.get("anna", indicator(indicator) + "/results?period=QUARTER&dimension=ALL" + more).path("items");
    }

    private static String indicator(String name) {
        return "/v1/indicators/" + named("/v1/indicators", name);
    }

    private static JsonNode survey(String name, String part) {
        return Gateway.get("anna", "/v1/surveys/" + named("/v1/surveys", name) + part);
    }

    private static String named(String collection, String name) {
        for (JsonNode candidate : Gateway.get("anna", collection + "?name=" + name.replace(" ", "%20")).path("items")) {
            if (candidate.path("name").asText().equals(name)) {
                return candidate.path("id").asText();
            }
        }
        throw new AssertionError("nothing in " + collection + " is called " + name);
    }

    /**
     * The published files lie beside the project, not in it: who has only the project leaves them out. Where there should
     * be some, their absence is a failure.
     */
    private static synchronized Outcome pushReal() {
        Outcome known = real;
        if (known != null) {
            return known;
        }
        assumeTrue(System.getenv("CI") != null || Files.exists(SHARED), "no published files beside the project");
        assertThat(REAL).isReadable();
        assertThat(REAL_VOLUMES).isReadable();
        Outcome outcome = push(REAL, REAL_VOLUMES);
        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        real = outcome;
        return outcome;
    }

    private static Outcome push(Path file, @Nullable Path volumes) {
        Platform platform = TestPlatform.running();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = PublishedFigures.push(file, volumes, platform.gateway(), platform.tokens(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    private record Outcome(int exitCode, String text) {

        List<String> lines(String... starts) {
            return text.lines().filter(line -> List.of(starts).contains(line.split(" ", 2)[0])).toList();
        }
    }
}
