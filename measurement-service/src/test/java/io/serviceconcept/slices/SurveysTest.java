package io.serviceconcept.slices;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
}
