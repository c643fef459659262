package io.serviceconcept.acceptance;

import static io.serviceconcept.acceptance.OwnSurvey.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** Answers come in many at a time, are put right, taken back and forgotten, and the figure follows. */
class IntakeIT {

    private final OwnSurvey survey = OwnSurvey.of("Intake " + UUID.randomUUID(), "", """
            , {"id": "remark", "type": "TEXT", "text": {"nl": "Nog iets?"}, "indicators": []}""");

    @Test
    void aBadLineOfABatchFailsAlone() {
        String lines = IntStream.range(0, 10).mapToObj(i -> OwnSurvey.response("b-" + i, 8, "North"))
                .collect(Collectors.joining("\r\n")) + "\n{\"id\": \n" + OwnSurvey.response("b-10", 11, "North");

        JsonNode outcomes = batch(lines);
        JsonNode again = batch(lines);

        assertThat(statuses(outcomes)).hasSize(12).endsWith(201, 400, 400).doesNotContain(409);
        assertThat(outcomes.at("/items/11/problem/errors/0/pointer").asText()).isEqualTo("/answers/0/value");
        assertThat(statuses(again)).hasSize(12).endsWith(200, 400, 400);
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("8 of 10"));
    }

    @Test
    void anImportStoresTheGoodLinesAndListsTheBadOnesWithLineAndColumn() {
        String file = "id;interactionAt;mark;location\r\n" + IntStream.range(0, 10)
                .mapToObj(i -> "c-" + i + ";2025-03-11T12:00:00Z;7;North\r\n").collect(Collectors.joining())
                + "c-10;2025-03-11T12:00:00Z;11;North\r\n"
                + "c-11;yesterday;7;North\r\n"
                + "c-12;2024-03-11T12:00:00Z;7;North\r\n"
                + "c-13;2025-03-11T12:00:00Z;7\r\n";

        JsonNode done = imported(file);
        JsonNode again = imported(file);

        assertThat(done.at("/counts/stored").asInt()).isEqualTo(10);
        assertThat(done.at("/counts/invalid").asInt()).isEqualTo(4);
        assertThat(errors(done)).containsExactlyInAnyOrder("12:3", "13:2", "14:2", "15:4");
        assertThat(again.at("/counts/stored").asInt()).isZero();
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(10);
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("7 of 10"));
    }

    @Test
    void aCorrectionAndARetractionMoveTheFigure() {
        survey.push(10, 6, "North");
        Gateway.as(Gateway.INTEGRATION).body(OwnSurvey.response("typo", 1, "North")).post(survey.responses());
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("5.545455 of 11"));
        String response = survey.responses() + "/typo";

        assertThat(Gateway.as(Gateway.INTEGRATION).header("If-Match", "\"1\"")
                .body(OwnSurvey.response("typo", 10, "North").replace("\"id\": \"typo\", ", "")).put(response).statusCode())
                .isEqualTo(200);
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("6.363636 of 11"));

        assertThat(Gateway.as(Gateway.INTEGRATION).header("If-Match", "\"2\"")
                .header("Change-Reason", "Op verzoek van de pati%C3%ABnt").delete(response).statusCode()).isEqualTo(204);
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("6 of 10"));
        assertThat(Gateway.get("arie", response + "/history").path("items"))
                .extracting(entry -> entry.path("event").asText()).containsExactly("measurement.response-received.v2",
                        "measurement.response-corrected.v1", "measurement.response-retracted.v1");
        assertThat(Gateway.get("arie", response + "/history").at("/items/2/why").asText())
                .isEqualTo("Op verzoek van de patiënt");
    }

    @Test
    void whatAnErasedPersonWroteIsGoneAndTheFigureStays() {
        survey.push(9, 7, "North");
        Response pushed = Gateway.as(Gateway.INTEGRATION).body("""
                {"id": "person", "interactionAt": "%s", "customer": "p-17", "answers": [{"question": "mark", "value": 7},
                  {"question": "remark", "text": "It was clear"}]}""".formatted(OwnSurvey.MARCH)).post(survey.responses());
        String subject = Gateway.json(pushed).path("subject").asText();
        assertThat(Gateway.get("arie", survey.responses() + "/person").toString()).contains("p-17", "It was clear");

        assertThat(Gateway.as("anna").delete("/v1/subjects/" + subject).statusCode()).isEqualTo(403);
        assertThat(Gateway.as("arie").delete("/v1/subjects/" + subject).statusCode()).isEqualTo(204);

        eventually().untilAsserted(() -> assertThat(Gateway.get("arie", survey.responses() + "/person").toString())
                .doesNotContain("p-17").doesNotContain("It was clear"));
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("7 of 10"));
    }

    private JsonNode batch(String lines) {
        Response response = Gateway.as(Gateway.INTEGRATION).contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8)).post(survey.responses() + "/batch");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(207);
        return Gateway.json(response);
    }

    private static List<Integer> statuses(JsonNode outcomes) {
        List<Integer> statuses = new ArrayList<>();
        outcomes.path("items").forEach(outcome -> statuses.add(outcome.path("status").asInt()));
        return statuses;
    }

    private JsonNode imported(String file) {
        Response accepted = Gateway.as(Gateway.INTEGRATION).contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8)).post("/v1/imports?of=RESPONSES&survey=" + survey.survey());
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return eventually().until(() -> Gateway.get(Gateway.INTEGRATION, accepted.header("Location")),
                job -> job.path("state").asText().equals("DONE"));
    }

    private static List<String> errors(JsonNode done) {
        List<String> errors = new ArrayList<>();
        Gateway.get(Gateway.INTEGRATION, "/v1/imports/" + done.path("id").asText() + "/errors").path("items")
                .forEach(error -> errors.add(error.path("line").asText() + ':' + error.path("column").asText()));
        return errors;
    }
}
