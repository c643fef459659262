package io.serviceconcept.acceptance;

import static io.serviceconcept.acceptance.OwnSurvey.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** What survey tools send becomes a figure that everybody sees. */
class SurveyToolIT {

    /** As in the documentation of Formbricks. */
    private static final String FORMBRICKS = """
            {"data": {"contact": null, "contactAttributes": null, "createdAt": "2025-03-11T11:47:29.507Z",
              "data": {"welcome_card_cta": "clicked", "wgn3v0": %d, "office": "Town hall", "new-one": "x"},
              "displayId": "displayId", "endingId": "endingId", "finished": true, "id": "%s", "language": "en",
              "meta": {"country": "NL"}, "singleUseId": null, "surveyId": "surveyId", "tags": [],
              "ttc": {"_total": 4947.899999035763}, "updatedAt": "2025-03-11T11:47:56.116Z", "variables": {}},
             "event": "%s", "webhookId": "webhookId"}""";
    private static final String OF_FORMBRICKS = """
            {"questions": [{"theirs": "wgn3v0", "ours": "mark"}], "fields": [{"theirs": "office", "ours": "location"}],
             "ignored": ["welcome_card_cta"]}""";

    private static final String TYPEFORM = """
            {"event_id": "e-%s", "event_type": "form_response", "form_response": {"form_id": "lT4Z3j", "token": "%s",
              "submitted_at": "2025-03-11T18:17:02Z", "hidden": {"office": "Library"},
              "definition": {"id": "lT4Z3j", "fields": []}, "answers": [{"type": "choice",
                "choice": {"id": "c1", "ref": "r1", "label": "%s"}, "field": {"id": "a2", "ref": "pleasant"}}]}}""";
    private static final String OF_TYPEFORM = """
            {"questions": [{"theirs": "pleasant", "ours": "mark",
              "choices": [{"theirs": "Very", "ours": "9"}, {"theirs": "No", "ours": "4"}]}],
             "fields": [{"theirs": "office", "ours": "location"}]}""";

    private static final String STANDARD = """
            {"type": "%s", "timestamp": "2025-03-11T12:00:00Z", "data": {"id": "%s",
             "interactionAt": "2025-03-11T12:00:00Z", "answers": {"q1": %d}}}""";
    private static final String OF_STANDARD = "{\"questions\": [{\"theirs\": \"q1\", \"ours\": \"mark\"}]}";

    @Test
    void formbricksSendsFinishedResponsesAndUpdatesThem() {
        OwnSurvey survey = OwnSurvey.of("Marks of Formbricks");
        SurveyTool tool = SurveyTool.subscribed("FORMBRICKS", survey, OF_FORMBRICKS);

        JsonNode trial = tool.tried(FORMBRICKS.formatted(7, "f-0", "responseFinished"));
        assertThat(trial.path("taken").asBoolean()).isTrue();
        assertThat(trial.at("/response/answers/0/question").asText()).isEqualTo("mark");
        assertThat(trial.at("/leftOut/0/pointer").asText()).isEqualTo("new-one");
        assertThat(Gateway.as("anna").get(survey.responses() + "/f-0").statusCode()).as("a trial stores nothing")
                .isEqualTo(404);

        for (int i = 0; i < 10; i++) {
            assertTaken(tool.send("f-d" + i, FORMBRICKS.formatted(7, "f-" + i, "responseFinished")));
        }
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("7 of 10"));
        assertThat(survey.results("period=MONTH&dimension=LOCATION").at("/0/slice/key").asText()).isEqualTo("Town hall");

        assertTaken(tool.send("f-again", FORMBRICKS.formatted(10, "f-9", "responseUpdated")));
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("7.3 of 10"));
        assertThat(Gateway.get("anna", tool.path() + "/problems").path("items"))
                .extracting(problem -> problem.path("about").asText()).containsOnly("new-one");
    }

    @Test
    void typeformSendsResponsesOnceOrMoreAndEachCountsOnce() {
        OwnSurvey survey = OwnSurvey.of("Marks of Typeform");
        SurveyTool tool = SurveyTool.subscribed("TYPEFORM", survey, OF_TYPEFORM);
        assertThat(tool.tried(TYPEFORM.formatted("0", "t-0", "Very")).at("/response/answers/0/value").asInt()).isEqualTo(9);

        for (int i = 0; i < 10; i++) {
            String body = TYPEFORM.formatted(i, "t-" + i, i < 5 ? "Very" : "No");
            assertTaken(tool.sendAsTypeform(body));
            assertTaken(tool.sendAsTypeform(body));
        }

        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("6.5 of 10"));
        String body = TYPEFORM.formatted("10", "t-10", "No");
        assertRefused(tool.with("guessed").sendAsTypeform(body), 401, "signature-invalid");
        assertThat(Gateway.as("anna").get(survey.responses() + "/t-10").statusCode()).isEqualTo(404);
    }

    @Test
    void anythingElseSendsByStandardWebhooks() {
        OwnSurvey survey = OwnSurvey.of("Marks of another tool");
        SurveyTool tool = SurveyTool.subscribed("STANDARD", survey, OF_STANDARD);
        for (int i = 0; i < 10; i++) {
            assertTaken(tool.send("s-d" + i, STANDARD.formatted("response.received", "s-" + i, 8)));
        }
        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("8 of 10"));

        long now = Instant.now().getEpochSecond();
        String eleventh = STANDARD.formatted("response.received", "s-10", 8);
        assertRefused(tool.send("s-d10", now - 3_600, eleventh), 401, "timestamp-stale");
        assertRefused(tool.with("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").send("s-d10", now, eleventh), 401,
                "signature-invalid");
        assertTaken(tool.send("s-d10", now, eleventh));
        assertRefused(tool.send("s-d10", now, eleventh), 409, "delivery-repeated");

        eventually().untilAsserted(() -> assertThat(survey.march()).isEqualTo("8 of 11"));
    }

    @Test
    void whileASecretIsReplacedTheOneBeforeHoldsToo() {
        OwnSurvey survey = OwnSurvey.of("Marks of a tool with a new secret");
        SurveyTool first = SurveyTool.subscribed("STANDARD", survey, OF_STANDARD);
        assertThat(Gateway.get("anna", first.path()).has("secret")).as("a secret is shown once").isFalse();

        List<SurveyTool> rotated = new ArrayList<>(List.of(first));
        for (int version = 1; version <= 2; version++) {
            Response response = Gateway.as("anna").header("If-Match", "\"" + version + '"').body("{}")
                    .post(first.path() + "/secret-rotation");
            assertThat(response.statusCode()).isEqualTo(200);
            rotated.add(first.with(Gateway.json(response).path("secret").asText()));
        }

        assertRefused(rotated.get(0).send("r-1", STANDARD.formatted("response.received", "r-1", 8)), 401,
                "signature-invalid");
        assertTaken(rotated.get(1).send("r-2", STANDARD.formatted("response.received", "r-2", 8)));
        assertTaken(rotated.get(2).send("r-3", STANDARD.formatted("response.received", "r-3", 8)));
    }

    private static void assertTaken(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
    }

    private static void assertRefused(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(Gateway.json(response).path("type").asText()).endsWith("/" + type);
    }
}
