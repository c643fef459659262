package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** Who follows an evaluation through the gateway sees the loop close. */
class EvaluationStreamIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void answersThatArePushedAreSeenWithoutAskingAgain() throws IOException {
        LoadedExample example = TestPlatform.copyOfMunicipality("following");
        Response stream = Gateway.as("mila").header("Accept", "text/event-stream")
                .get("/v1/concepts/" + example.concept() + "/evaluation/stream");
        assertThat(stream.statusCode()).isEqualTo(200);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(stream.asInputStream(), StandardCharsets.UTF_8))) {
            assertThat(objective(next(lines), example).path("n").asInt()).isEqualTo(120);

            for (int i = 1; i <= 40; i++) {
                assertThat(Responses.push(example, Responses.of("followed-" + i, Instant.now(), 3)).statusCode())
                        .isEqualTo(201);
            }

            Instant pushed = Instant.now();
            JsonNode seen = objective(next(lines), example);
            while (seen.path("n").asInt() < 160) {
                seen = objective(next(lines), example);
            }
            assertThat(seen.path("verdict").asText()).isEqualTo("MISSED");
            assertThat(Duration.between(pushed, Instant.now())).isLessThan(SOON);
        }
    }

    private static JsonNode objective(JsonNode evaluation, LoadedExample example) {
        return new Evaluation(evaluation).objective(example.id("objective", "satisfaction-at-least-7"));
    }

    private static JsonNode next(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return Gateway.json(line.substring(5));
            }
        }
        throw new AssertionError("the stream has ended");
    }
}
