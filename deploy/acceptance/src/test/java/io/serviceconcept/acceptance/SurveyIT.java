package io.serviceconcept.acceptance;

import static io.serviceconcept.acceptance.OwnSurvey.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** A survey from its first version to the answer of somebody who was invited. */
class SurveyIT {

    private static final String QUESTIONS = """
            , {"id": "tell-others", "type": "NPS", "text": {"nl": "Zou u ons aanbevelen?", "en": "Would you recommend us?"},
               "indicators": []},
              {"id": "easy", "type": "RATING", "scale": {"min": 1, "max": 7}, "text": {"nl": "Makkelijk?", "en": "Easy?"},
               "indicators": []},
              {"id": "solved", "type": "YES_NO", "text": {"nl": "Opgelost?", "en": "Solved?"}, "indicators": []},
              {"id": "why", "type": "SINGLE_CHOICE", "text": {"nl": "Waarom?", "en": "Why?"}, "indicators": [], "options": [
                {"id": "near", "text": {"nl": "Dichtbij", "en": "Near"}}, {"id": "else", "text": {"nl": "Anders"}}]},
              {"id": "which", "type": "MULTIPLE_CHOICE", "text": {"nl": "Welke?", "en": "Which?"}, "indicators": [],
               "options": [{"id": "web", "text": {"nl": "Web"}}, {"id": "desk", "text": {"nl": "Balie", "en": "Desk"}}]},
              {"id": "remark", "type": "TEXT", "text": {"nl": "Nog iets?", "en": "Anything else?"}, "indicators": []}""";
    private static final String ANSWERS = """
            {"answers": [{"question": "mark", "value": %d}, {"question": "tell-others", "value": 9},
              {"question": "easy", "value": 6}, {"question": "solved", "options": ["yes"]},
              {"question": "why", "options": ["near"]}, {"question": "which", "options": ["desk", "web"]},
              {"question": "remark", "text": "Een fijn gesprek"}]}""";

    private final OwnSurvey survey = OwnSurvey.of("Every type " + UUID.randomUUID(), "", QUESTIONS);

    @Test
    void theFormIsShownInTheLanguageOfWhoAnswersAndInDutchWhereThereIsNoOther() {
        JsonNode english = Gateway.get("mila", survey.path() + "/form?language=en");
        JsonNode dutch = Gateway.get("mila", survey.path() + "/form?language=nl");

        assertThat(english.path("questions")).extracting(question -> question.path("type").asText()).containsExactly("MARK",
                "NPS", "RATING", "YES_NO", "SINGLE_CHOICE", "MULTIPLE_CHOICE", "TEXT");
        assertThat(english.at("/questions/0/text").asText()).isEqualTo("Which mark do you give?");
        assertThat(dutch.at("/questions/0/text").asText()).isEqualTo("Welk cijfer geeft u?");
        assertThat(english.at("/questions/4/options/0/text").asText()).isEqualTo("Near");
        assertThat(english.at("/questions/4/options/1/text").asText()).isEqualTo("Anders");
        assertThat(dutch.at("/questions/5/options")).extracting(option -> option.path("id").asText())
                .containsExactly("web", "desk");
    }

    @Test
    void aNextVersionNamesTheQuestionsThatAskSomethingElseAndAnswersNameTheirVersion() {
        JsonNode first = Gateway.get("anna", survey.path() + "/versions/1");
        String next = """
                {"name": "Every type", "concept": "%s", "inUseFrom": "2025-03-01T00:00:00Z", "questions": [
                  {"id": "mark", "type": "MARK", "text": {"nl": "Welk cijfer krijgen wij?"}, "indicators": ["%s"]}]}"""
                .formatted(first.path("concept").asText(), survey.indicator());

        assertThat(Gateway.as("anna").body(next).post(survey.path() + "/versions").statusCode()).isEqualTo(428);
        Response revised = Gateway.as("anna").header("If-Match", "\"1\"").body(next).post(survey.path() + "/versions");

        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(201);
        assertThat(Gateway.json(revised).path("instrumentBreaks")).extracting(JsonNode::asText).containsExactly("mark");
        eventually().untilAsserted(
                () -> assertThat(Gateway.get("mila", survey.path() + "/form").path("version").asInt()).isEqualTo(2));
        survey.push(10, 8, "North");
        Gateway.as(Gateway.INTEGRATION).body(OwnSurvey.response("february", 8, "North").replace("03-11", "02-11"))
                .post(survey.responses());
        assertThat(Gateway.get("anna", survey.responses() + "/february").path("surveyVersion").asInt()).isEqualTo(1);
        eventually().untilAsserted(
                () -> assertThat(survey.results("period=MONTH&from=2025-03-01").at("/0/instrumentBreak").asBoolean())
                        .isTrue());
    }

    @Test
    void anInvitationIsAnsweredOnceWithoutAToken() {
        String invitation = invitation(Instant.now().plus(Duration.ofDays(1)));

        Response form = Gateway.nobody().get("/v1/public/surveys/" + invitation + "?language=en");
        assertThat(Gateway.json(form).path("questions")).hasSize(7);
        assertThat(answer(invitation, ANSWERS.formatted(11)).statusCode()).as("off the scale").isEqualTo(400);
        assertThat(answer(invitation, ANSWERS.formatted(8)).statusCode()).isEqualTo(201);

        Response second = answer(invitation, ANSWERS.formatted(1));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Gateway.json(second).path("type").asText()).endsWith("/invitation-used");
    }

    @Test
    void anInvitationThatExpiredLeadsNowhere() {
        String invitation = invitation(Instant.now().plusSeconds(1));

        eventually().untilAsserted(() -> assertThat(Gateway.nobody().get("/v1/public/surveys/" + invitation).statusCode())
                .isEqualTo(410));

        assertThat(answer(invitation, ANSWERS.formatted(8)).statusCode()).isEqualTo(410);
    }

    private String invitation(Instant expiresAt) {
        Response issued = Gateway.as(Gateway.INTEGRATION).header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"count\": 1, \"expiresAt\": \"" + expiresAt + "\"}").post(survey.path() + "/invitations");
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        return Gateway.json(issued).at("/invitations/0").asText();
    }

    private static Response answer(String invitation, String body) {
        return Gateway.nobody().body(body).post("/v1/public/surveys/" + invitation);
    }
}
