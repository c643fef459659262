package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.local.examples.LoadedExample;

/** Who follows an evaluation through the gateway sees the loop close. */
@Timeout(300) // with the start of the platform; a stream that says nothing would be waited for
class EvaluationStreamIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void answersThatArePushedAreSeenWithoutAskingAgain() throws IOException, InterruptedException {
        LoadedExample example = TestPlatform.copyOfMunicipality("following");
        HttpRequest request = HttpRequest
                .newBuilder(TestPlatform.running().gateway()
                        .resolve("/v1/concepts/" + example.concept() + "/evaluation/stream"))
                .header("Authorization", "Bearer " + Gateway.token("mila")).build();
        // closing RestAssured's stream would read it to an end that does not come
        HttpClient client = HttpClient.newHttpClient();
        try {
            HttpResponse<Stream<String>> stream = client.send(request, BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            Iterator<String> lines = stream.body().iterator();
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
        } finally {
            client.shutdownNow();
        }
    }

    private static JsonNode objective(JsonNode evaluation, LoadedExample example) {
        return new Evaluation(evaluation).objective(example.id("objective", "satisfaction-at-least-7"));
    }

    private static JsonNode next(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data:")) {
                return Gateway.json(line.substring(5));
            }
        }
        throw new AssertionError("the stream has ended");
    }
}
