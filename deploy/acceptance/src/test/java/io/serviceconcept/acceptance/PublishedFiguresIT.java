package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.Platform;
import io.serviceconcept.local.examples.PublishedFigures;

/** Figures that somebody else published come back as they were published. */
class PublishedFiguresIT {

    private static final Path SAMPLE = TestPlatform.ROOT.resolve("deploy").resolve("examples").resolve("hisp-sample.csv");
    private static final Path REAL = TestPlatform.ROOT.resolve("..").resolve("shared").resolve("data")
            .resolve("hisp-question-details.csv").normalize();

    @Test
    void theMadeUpRowsAreReadBackAsTheyArePublished() {
        Outcome outcome = push(SAMPLE);

        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        assertThat(outcome.text().lines().filter(line -> line.startsWith("Equal"))).hasSize(7);
        assertThat(outcome.text())
                .contains("Skipped  ex/desk FY2025 Q2 Efficiency: No Data")
                .contains("Skipped  ex/desk FY2025 Q1 Satisfaction: No Data")
                .contains("The wording of 'Process Transparency' changed between FY2025 Q2")
                .contains("not comparable");
    }

    @Test
    void aPublishedMeanIsReportedWithoutAnIntervalForItsCalendarQuarter() {
        assertThat(push(SAMPLE).exitCode()).isZero();

        JsonNode indicator = Gateway.get("anna", "/v1/indicators?name=ex/desk:%20Trust%20/%20Confidence").at("/items/0");
        JsonNode results = Gateway.get("anna", "/v1/indicators/" + indicator.path("id").asText()
                + "/results?period=QUARTER&dimension=ALL&from=2024-10-01&to=2024-12-31").path("items");

        assertThat(results).hasSize(1);
        JsonNode first = results.path(0);
        assertThat(first.at("/period/label").asText()).isEqualTo("2024-Q4");
        assertThat(Evaluation.number(first, "/figure")).isEqualByComparingTo("4.02");
        assertThat(first.path("basis").asText()).isEqualTo("REPORTED");
        assertThat(first.hasNonNull("interval")).isFalse();
    }

    @Test
    void pushingTheSameFileAgainChangesNothing() {
        push(SAMPLE);

        Outcome again = push(SAMPLE);

        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(again.text()).doesNotContain("Pushed").contains("Present  ex/desk FY2025 Q3 Efficiency 3.5");
    }

    @Test
    void theRealFigureOfEveryQuarterIsReadBackAsItWasPublished() {
        assumeTrue(Files.exists(REAL), "the published file is not here");

        Outcome outcome = push(REAL);

        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        assertThat(outcome.text().lines().filter(line -> line.startsWith("Pushed") || line.startsWith("Present"))).hasSize(33);
        assertThat(outcome.text().lines().filter(line -> line.startsWith("Equal"))).hasSize(7);
        assertThat(outcome.text())
                .contains("Skipped  va/vha FY2019 Q1 Satisfaction: No Data")
                .contains("Skipped  va/vha FY2019 Q2 Satisfaction: No Data")
                .contains("The wording of 'Process Transparency' changed between FY2019 Q2");
    }

    private static Outcome push(Path file) {
        Platform platform = TestPlatform.running();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = PublishedFigures.push(file, platform.gateway(), platform.tokens(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    private record Outcome(int exitCode, String text) {
    }
}
