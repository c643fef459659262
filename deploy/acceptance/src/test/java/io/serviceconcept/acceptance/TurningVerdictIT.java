package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.LoadedExample;

/** The loop: answers of customers move the verdict on the objective. */
class TurningVerdictIT {

    @Test
    void fortyMarksOfThreeTurnTheObjectiveFromMetToMissedWithinFiveSeconds() {
        LoadedExample example = TestPlatform.copyOfMunicipality("turning");
        JsonNode before = objective(example);
        assertThat(before.path("verdict").asText()).isEqualTo("MET");
        assertThat(before.path("n").asInt()).isEqualTo(120);

        for (int i = 1; i <= 40; i++) {
            Response response = Responses.push(example, Responses.of("disappointed-" + i, Instant.now(), 3));
            assertThat(response.statusCode()).isEqualTo(201);
        }

        Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode after = objective(example);
            assertThat(after.path("n").asInt()).isEqualTo(160);
            assertThat(after.path("verdict").asText()).isEqualTo("MISSED");
            assertThat(after.path("provisional").asBoolean()).isTrue();
            assertThat(Evaluation.number(after, "/interval/high")).isLessThan(BigDecimal.valueOf(7));
        });
    }

    private static JsonNode objective(LoadedExample example) {
        return Evaluation.of(example, "mila").objective(example.id("objective", "satisfaction-at-least-7"));
    }
}
