package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class SurveysTest {

    private final Organisation city = Organisation.fresh();

    @Test
    void aSurveyIsDrawnUpAndFound() {
        String id = city.survey(city.satisfaction());

        city.as("viewer").get("/v1/surveys/" + id).then().statusCode(200).body("name", equalTo("After a video call"))
                .body("inUseFrom", equalTo("2025-01-01T00:00:00Z")).body("questions.id", contains("mark", "ease"));
        city.as("viewer").queryParam("name", "After a video call").get("/v1/surveys").then().body("items.id", contains(id));
        Organisation.fresh().as("viewer").get("/v1/surveys/" + id).then().statusCode(404);
    }

    @Test
    void aSurveyIsInUseFromNowUnlessTold() {
        city.as("analyst").body("""
                {"name": "s", "concept": "%s", "questions": [
                  {"id": "a", "text": {"nl": "?"}, "scale": {"min": 1, "max": 5}, "indicators": []}]}
                """.formatted(Organisation.id())).post("/v1/surveys").then().statusCode(201)
                .body("inUseFrom", notNullValue());
    }

    @Test
    void everyIndicatorThatCannotBeFedIsListed() {
        city.as("analyst").body("""
                {"name": "s", "concept": "%s", "questions": [
                  {"id": "a", "text": {"nl": "?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]},
                  {"id": "b", "text": {"nl": "?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]},
                  {"id": "c", "text": {"nl": "?"}, "scale": {"min": 1, "max": 5}, "indicators": ["%s"]}]}
                """.formatted(Organisation.id(), Organisation.id(), city.visitors(), city.satisfaction()))
                .post("/v1/surveys").then().statusCode(409).body("type", endsWith("/unknown-reference"))
                .body("errors.pointer", contains("/questions/0/indicators/0", "/questions/1/indicators/0",
                        "/questions/2/indicators/0"));
        city.as("viewer").get("/v1/surveys").then().body("items", hasSize(0));
    }

    @Test
    void everyViolationIsNamed() {
        city.as("analyst").body("""
                {"name": "", "concept": "c", "questions": [
                  {"id": "Not Kebab", "text": {"en": "?"}, "scale": {"min": 1}, "indicators": [], "weight": 2}]}
                """).post("/v1/surveys").then().statusCode(400).body("errors.pointer",
                containsInAnyOrder("/name", "/concept", "/questions/0/id", "/questions/0/text/nl",
                        "/questions/0/scale/max", "/questions/0/weight"));
        city.as("analyst").body("""
                {"name": "s", "concept": "%s", "questions": [
                  {"id": "a", "text": {"nl": "?"}, "scale": {"min": 1, "max": 1}, "indicators": []},
                  {"id": "a", "text": {"nl": "?"}, "scale": {"min": 1, "max": 2}, "indicators": []}]}
                """.formatted(Organisation.id())).post("/v1/surveys").then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/questions/0/scale/max", "/questions/1/id"));
    }

    private static final String EVERY_TYPE = """
            {"name": "Every type", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
              {"id": "rating", "text": {"nl": "Hoe?", "en": "How?"}, "scale": {"min": 1, "max": 5}, "indicators": [],
               "required": true},
              {"id": "mark", "type": "MARK", "text": {"nl": "Cijfer?"}, "indicators": ["%s"]},
              {"id": "nps", "type": "NPS", "text": {"nl": "Aanraden?"}, "indicators": []},
              {"id": "solved", "type": "YES_NO", "text": {"nl": "Opgelost?", "en": "Solved?"}, "indicators": []},
              {"id": "why", "type": "SINGLE_CHOICE", "text": {"nl": "Waarom?"}, "indicators": [], "options": [
                {"id": "near", "text": {"nl": "Dichtbij", "en": "Near"}, "value": 1}, {"id": "other", "text": {"nl": "Anders"}}]},
              {"id": "which", "type": "MULTIPLE_CHOICE", "text": {"nl": "Welke?"}, "indicators": [], "options": [
                {"id": "a", "text": {"nl": "A"}}, {"id": "b", "text": {"nl": "B"}}]},
              {"id": "remark", "type": "TEXT", "text": {"nl": "Nog iets?"}, "indicators": []}]}""";

    @Test
    void questionsOfEveryTypeAreShownAsAForm() {
        String id = city.as("analyst").body(EVERY_TYPE.formatted(Organisation.id(), city.satisfaction()))
                .post("/v1/surveys").then().statusCode(201).body("version", equalTo(1))
                .body("audience", equalTo("CUSTOMER")).body("releaseStep", equalTo(1))
                .body("questions.type", contains("RATING", "MARK", "NPS", "YES_NO", "SINGLE_CHOICE", "MULTIPLE_CHOICE",
                        "TEXT"))
                .body("questions[2].scale.max", equalTo(10)).extract().path("id");

        city.as("integration").queryParam("language", "en").get("/v1/surveys/" + id + "/form").then().statusCode(200)
                .header("Content-Language", "en").body("version", equalTo(1)).body("language", equalTo("en"))
                .body("questions.text", contains("How?", "Cijfer?", "Aanraden?", "Solved?", "Waarom?", "Welke?", "Nog iets?"))
                .body("questions.required", contains(true, false, false, false, false, false, false))
                .body("questions[3].options.id", contains("yes", "no"))
                .body("questions[3].options.text", contains("Yes", "No"))
                .body("questions[4].options.text", contains("Near", "Anders"))
                .body("questions[0]", not(hasKey("indicators"))).body("questions[4].options[0]", not(hasKey("value")));
        city.as("viewer").get("/v1/surveys/" + id + "/form").then().statusCode(200)
                .body("questions[3].options.text", contains("Ja", "Nee"));
        city.as("viewer").queryParam("language", "fr").get("/v1/surveys/" + id + "/form").then().statusCode(400)
                .body("errors.pointer", contains("?language"));
    }

    @Test
    void whatAQuestionNeedsDependsOnItsType() {
        city.as("analyst").body("""
                {"name": "s", "concept": "%s", "questions": [
                  {"id": "a", "text": {"nl": "?"}, "indicators": []},
                  {"id": "b", "type": "MARK", "text": {"nl": "?"}, "scale": {"min": 1, "max": 5}, "indicators": []},
                  {"id": "c", "type": "YES_NO", "text": {"nl": "?"}, "scale": {"min": 0, "max": 1}, "indicators": []},
                  {"id": "d", "type": "SINGLE_CHOICE", "text": {"nl": "?"}, "indicators": []},
                  {"id": "e", "type": "MULTIPLE_CHOICE", "text": {"nl": "?"}, "indicators": [], "options": [
                    {"id": "x", "text": {"nl": "X"}}, {"id": "x", "text": {"nl": "Y"}, "value": 1.0000001}]},
                  {"id": "f", "type": "TEXT", "text": {"nl": "?"}, "indicators": [], "options": [
                    {"id": "x", "text": {"nl": "X"}}, {"id": "y", "text": {"nl": "Y"}}]}]}
                """.formatted(Organisation.id())).post("/v1/surveys").then().statusCode(400).body("errors.pointer",
                containsInAnyOrder("/questions/0/scale", "/questions/1/scale", "/questions/2/scale", "/questions/3/options",
                        "/questions/4/options/1/id", "/questions/4/options/1/value", "/questions/5/options"));
    }

    @Test
    void aFirstVersionBreaksWithNothing() {
        city.as("analyst").body("""
                {"name": "s", "concept": "%s", "instrumentBreak": true, "questions": [
                  {"id": "a", "type": "NPS", "text": {"nl": "?"}, "indicators": []}]}
                """.formatted(Organisation.id())).post("/v1/surveys").then().statusCode(400)
                .body("errors.pointer", contains("/instrumentBreak"));
    }

    @Test
    void aSurveyForEmployeesIsReleasedByTensUnlessTold() {
        city.as("analyst").body("""
                {"name": "s", "concept": "%s", "audience": "EMPLOYEE", "questions": [
                  {"id": "a", "type": "NPS", "text": {"nl": "?"}, "indicators": []}]}
                """.formatted(Organisation.id())).post("/v1/surveys").then().statusCode(201)
                .body("releaseStep", equalTo(10));
    }

    private static String version(String concept, String indicator, String text, String inUseFrom) {
        return """
                {"name": "After a video call", "concept": "%s", "inUseFrom": "%s", "questions": [
                  {"id": "mark", "text": {"nl": "%s"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]},
                  {"id": "ease", "text": {"nl": "Hoe makkelijk?", "en": "How easy?"}, "scale": {"min": 1, "max": 10},
                   "indicators": []}]}""".formatted(concept, inUseFrom, text, indicator);
    }

    @Test
    void aRevisionIsTheNextVersionAndSaysWhatItBreaks() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        String concept = city.as("viewer").get("/v1/surveys/" + survey).then().header("ETag", "\"1\"").extract()
                .path("concept");
        String second = version(concept, indicator, "Welk cijfer geeft u?", "2026-01-01T00:00:00Z");

        city.as("analyst").header("If-Match", "\"1\"").header("Idempotency-Key", "k").body(second)
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201).header("ETag", "\"2\"")
                .header("Location", "/v1/surveys/" + survey + "/versions/2").body("version", equalTo(2))
                .body("instrumentBreaks", contains("mark"));
        city.as("analyst").header("If-Match", "\"1\"").header("Idempotency-Key", "k").body(second)
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201).body("version", equalTo(2));
        city.as("analyst").header("If-Match", "\"2\"").header("Change-Reason", "Nobody understood it")
                .body(version(concept, indicator, "Welk cijfer geeft u?", "2026-02-01T00:00:00Z"))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201).body("instrumentBreaks", hasSize(0));

        city.as("analyst").header("If-Match", "\"3\"")
                .body(version(concept, indicator, "Welk cijfer geeft u?", "2026-03-01T00:00:00Z").replaceFirst("\\{",
                        "{\"instrumentBreak\": true, "))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201)
                .body("instrumentBreaks", contains("mark", "ease"));

        city.as("viewer").get("/v1/surveys/" + survey).then().header("ETag", "\"4\"").body("version", equalTo(4));
        city.as("viewer").get("/v1/surveys/" + survey + "/versions").then().statusCode(200)
                .body("items.version", contains(1, 2, 3, 4)).body("items[1].instrumentBreaks", contains("mark"))
                .body("items[3].instrumentBreaks", contains("mark", "ease"))
                .body("items[0].questions[0].text.nl", equalTo("Welk cijfer?"));
        city.as("viewer").get("/v1/surveys/" + survey + "/versions/2").then().statusCode(200)
                .body("inUseFrom", equalTo("2026-01-01T00:00:00Z"));
        city.as("viewer").get("/v1/surveys/" + survey + "/versions/5").then().statusCode(404);
        String drawnUp = city.as("viewer").get("/v1/surveys/" + survey + "/history").then().extract().path("items[0].when");
        city.as("viewer").get("/v1/surveys/" + survey + "?asOf=" + drawnUp).then().statusCode(200).header("ETag", "\"1\"")
                .body("version", equalTo(1));
        city.as("viewer").get("/v1/surveys/" + survey + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
        city.as("viewer").get("/v1/surveys").then().body("items.version", contains(4));
        city.as("viewer").get("/v1/surveys/" + survey + "/history").then().statusCode(200)
                .body("items.version", contains(1, 2, 3, 4)).body("items[1].event", equalTo("measurement.survey-revised.v1"))
                .body("items[1].what", containsString("not comparable with before: mark"))
                .body("items.why", contains(null, null, "Nobody understood it", null));
    }

    @Test
    void theFormIsThatOfTheVersionInUseUnlessAnotherIsAskedFor() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        String concept = city.as("viewer").get("/v1/surveys/" + survey).then().extract().path("concept");
        String form = "/v1/surveys/" + survey + "/form";
        city.as("analyst").header("If-Match", "\"1\"").body(version(concept, indicator, "Cijfer?", "2026-01-01T00:00:00Z"))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201);
        city.as("analyst").header("If-Match", "\"2\"").body(version(concept, indicator, "Rapport?", "2999-01-01T00:00:00Z"))
                .post("/v1/surveys/" + survey + "/versions").then().statusCode(201);

        city.as("integration").get(form).then().statusCode(200).body("version", equalTo(2))
                .body("questions[0].text", equalTo("Cijfer?"));
        city.as("integration").queryParam("version", 3).get(form).then().statusCode(200).body("version", equalTo(3))
                .body("questions[0].text", equalTo("Rapport?"));
        city.as("integration").queryParam("version", 4).get(form).then().statusCode(404);
    }

    @Test
    void beforeASurveyIsInUseItsFormIsThatOfItsFirstVersion() {
        String survey = city.as("analyst").body(version(Organisation.id(), city.satisfaction(), "?", "2999-01-01T00:00:00Z"))
                .post("/v1/surveys").then().statusCode(201).extract().path("id");

        city.as("viewer").get("/v1/surveys/" + survey + "/form").then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void aRevisionBuildsOnTheNewestVersionAndComesLater() {
        String indicator = city.satisfaction();
        String survey = city.survey(indicator);
        String concept = city.as("viewer").get("/v1/surveys/" + survey).then().extract().path("concept");
        String later = version(concept, indicator, "Cijfer?", "2026-01-01T00:00:00Z");
        String versions = "/v1/surveys/" + survey + "/versions";

        city.as("analyst").body(later).post(versions).then().statusCode(428);
        city.as("analyst").header("If-Match", "\"2\"").body(later).post(versions).then().statusCode(412);
        city.as("analyst").header("If-Match", "\"1\"")
                .body(version(concept, indicator, "Cijfer?", "2025-01-01T00:00:00Z")).post(versions).then().statusCode(409)
                .body("type", endsWith("/version-not-later")).body("errors.pointer", contains("/inUseFrom"));
        city.as("analyst").header("If-Match", "\"1\"")
                .body(version(Organisation.id(), indicator, "Cijfer?", "2026-01-01T00:00:00Z")).post(versions).then()
                .statusCode(409).body("type", endsWith("/another-survey"));
        city.as("analyst").header("If-Match", "\"1\"")
                .body(version(concept, Organisation.id(), "Cijfer?", "2026-01-01T00:00:00Z")).post(versions).then()
                .statusCode(409).body("type", endsWith("/unknown-reference"));
        city.as("viewer", "designer", "integration").header("If-Match", "\"1\"").body(later).post(versions).then()
                .statusCode(403);
        Organisation.fresh().as("analyst").header("If-Match", "\"1\"").body(later).post(versions).then().statusCode(404);
    }

    @Test
    void whatEmployeesSayIsNotShownAsWhatCustomersSay() {
        String ofEmployees = city.define("""
                {"name": "Workload", "unit": "mark", "better": "HIGHER", "audience": "EMPLOYEE", "kind": "MEAN",
                 "scale": {"min": 1, "max": 10}}""");
        String survey = """
                {"name": "s", "concept": "%s", "audience": "%s", "questions": [{"id": "mark", "text": {"nl": "Cijfer?"},
                  "scale": {"min": 1, "max": 10}, "indicators": ["%s"]}]}""";

        city.as("analyst").body(survey.formatted(Organisation.id(), "CUSTOMER", ofEmployees)).post("/v1/surveys").then()
                .statusCode(409).body("type", endsWith("/indicator-for-another-audience"))
                .body("errors.pointer", contains("/questions/0/indicators/0"));
        city.as("analyst").body(survey.formatted(Organisation.id(), "EMPLOYEE", ofEmployees)).post("/v1/surveys").then()
                .statusCode(201).body("releaseStep", equalTo(10));
    }
}
