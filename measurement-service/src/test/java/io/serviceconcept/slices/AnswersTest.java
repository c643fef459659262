package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** What can be answered to questions of every type. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AnswersTest {

    private final Organisation city = Organisation.fresh();
    private String concept = "";
    private String survey = "";

    private static final String QUESTIONS = """
            {"name": "s", "concept": "%s", "inUseFrom": "%s", "questions": [
              {"id": "mark", "type": "MARK", "text": {"nl": "%s"}, "indicators": [], "required": true},
              {"id": "nps", "type": "NPS", "text": {"nl": "?"}, "indicators": []},
              {"id": "solved", "type": "YES_NO", "text": {"nl": "?"}, "indicators": []},
              {"id": "why", "type": "SINGLE_CHOICE", "text": {"nl": "?"}, "indicators": [], "options": [
                {"id": "near", "text": {"nl": "Dichtbij"}}, {"id": "other", "text": {"nl": "Anders"}}]},
              {"id": "which", "type": "MULTIPLE_CHOICE", "text": {"nl": "?"}, "indicators": [], "options": [
                {"id": "a", "text": {"nl": "A"}}, {"id": "b", "text": {"nl": "B"}}, {"id": "c", "text": {"nl": "C"}}]},
              {"id": "remark", "type": "TEXT", "text": {"nl": "?"}, "indicators": []}]}""";

    private static final String ALL = """
            {"question": "mark", "value": 8}, {"question": "nps", "value": 9}, {"question": "solved", "options": ["yes"]},
            {"question": "why", "options": ["near"]}, {"question": "which", "options": ["c", "a"]},
            {"question": "remark", "text": "Fijn gesprek"}""";

    @BeforeEach
    void drawUpASurvey() {
        concept = Organisation.id();
        survey = city.as("analyst").body(QUESTIONS.formatted(concept, "2025-01-01T00:00:00Z", "Cijfer?"))
                .post("/v1/surveys").then().statusCode(201).extract().path("id");
    }

    private ValidatableResponse push(String id, String answers, String more) {
        return city.as("integration").body("""
                {"id": "%s", "interactionAt": "2026-03-01T09:00:00Z", "answers": [%s]%s}""".formatted(id, answers, more))
                .post("/v1/surveys/" + survey + "/responses").then();
    }

    private ValidatableResponse show(String id, String role) {
        return city.as(role).get("/v1/surveys/" + survey + "/responses/" + id).then();
    }

    @Test
    void answersOfEveryTypeAreTakenInAndShown() {
        push("r-1", ALL, "").statusCode(201);
        push("r-1", ALL.replace("[\"c\", \"a\"]", "[\"a\", \"c\"]"), "").statusCode(200);

        show("r-1", "analyst").statusCode(200).header("ETag", "\"1\"").body("surveyVersion", equalTo(1))
                .body("answers.question", contains("mark", "nps", "solved", "which", "why", "remark"))
                .body("answers[0].value", equalTo(8)).body("answers[2].options", contains("yes"))
                .body("answers[3].options", contains("a", "c"));
    }

    @Test
    void whatIsAboutAPersonIsShownToAdminsAlone() {
        String subject = push("r-1", ALL, ", \"customer\": \"p-17\"").statusCode(201).extract().path("subject");

        show("r-1", "admin").statusCode(200).body("customer", equalTo("p-17")).body("subject", equalTo(subject))
                .body("answers[5].text", equalTo("Fijn gesprek"));
        show("r-1", "analyst").statusCode(200).body("customer", nullValue()).body("subject", nullValue())
                .body("answers[5]", not(hasKey("text")));
        show("r-1", "viewer").statusCode(403);
        push("r-2", "{\"question\": \"mark\", \"value\": 8}", ", \"customer\": \"p-17\"").statusCode(201)
                .body("subject", equalTo(subject));
        push("r-3", "{\"question\": \"mark\", \"value\": 8}", "").statusCode(201).body("$", not(hasKey("subject")));
        push("r-1", ALL, ", \"customer\": \"p-18\"").statusCode(409);
        push("r-1", ALL.replace("Fijn", "Goed"), ", \"customer\": \"p-17\"").statusCode(409);
    }

    @Test
    void whatIsWrittenWithoutAPseudonymIsTheSameAgainToo() {
        push("r-1", ALL, "").statusCode(201).body("$", hasKey("subject"));
        push("r-1", ALL, "").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "{\"question\": \"nps\", \"value\": 7.5}; /answers/1/value",
            "{\"question\": \"nps\", \"value\": 11}; /answers/1/value",
            "{\"question\": \"solved\", \"options\": [\"maybe\"]}; /answers/1/options/0",
            "{\"question\": \"solved\", \"options\": [\"yes\", \"no\"]}; /answers/1/options",
            "{\"question\": \"why\", \"options\": [\"near\", \"other\"]}; /answers/1/options",
            "{\"question\": \"which\", \"options\": [\"a\", \"a\"]}; /answers/1/options/1",
            "{\"question\": \"which\", \"options\": []}; /answers/1/options",
            "{\"question\": \"remark\", \"text\": \"  \"}; /answers/1/text",
            "{\"question\": \"remark\"}; /answers/1/text",
            "{\"question\": \"nps\"}; /answers/1/value"
    })
    void anAnswerFitsItsQuestion(String answer, String pointer) {
        push("r-1", "{\"question\": \"mark\", \"value\": 8}, " + answer, "").statusCode(400).body("errors.pointer",
                contains(pointer));
    }

    @Test
    void anAnswerOfAnotherKindIsRefused() {
        push("r-1", """
                {"question": "mark", "value": 8, "text": "t"}, {"question": "nps", "options": ["yes"]},
                {"question": "solved", "value": 1}, {"question": "remark", "value": 1}""", "").statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/answers/0/text", "/answers/1/value", "/answers/1/options",
                        "/answers/2/options", "/answers/2/value", "/answers/3/text", "/answers/3/value"));
    }

    @Test
    void aRequiredQuestionIsAnswered() {
        push("r-1", "{\"question\": \"nps\", \"value\": 8}", "").statusCode(400)
                .body("errors.pointer", contains("/answers"))
                .body("errors.message", contains("the question mark must be answered"));
    }

    @Test
    void aResponseAnswersTheVersionItNamesOrTheOneInUse() {
        city.as("analyst").header("If-Match", "\"1\"").body(QUESTIONS.formatted(concept, "2026-02-01T00:00:00Z", "Rapport?"))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201);
        String mark = "{\"question\": \"mark\", \"value\": 8}";

        push("r-1", mark, "").statusCode(201);
        show("r-1", "analyst").body("surveyVersion", equalTo(2));
        push("r-2", mark, ", \"surveyVersion\": 1").statusCode(201);
        show("r-2", "analyst").body("surveyVersion", equalTo(1));
        city.as("integration").body("""
                {"id": "r-3", "interactionAt": "2026-01-31T23:59:59Z", "answers": [%s]}""".formatted(mark))
                .post("/v1/surveys/" + survey + "/responses").then().statusCode(201);
        show("r-3", "analyst").body("surveyVersion", equalTo(1));
        push("r-4", mark, ", \"surveyVersion\": 3").statusCode(400).body("errors.pointer", contains("/surveyVersion"));
        city.as("integration").body("""
                {"id": "r-5", "surveyVersion": 2, "interactionAt": "2026-01-31T23:59:59Z", "answers": [%s]}"""
                .formatted(mark)).post("/v1/surveys/" + survey + "/responses").then().statusCode(400)
                .body("errors.pointer", contains("/interactionAt"));
    }
}
