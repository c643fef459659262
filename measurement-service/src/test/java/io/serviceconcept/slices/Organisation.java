package io.serviceconcept.slices;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.Tokens;

/** An organisation of its own for each test, so that no test sees what another did. */
public record Organisation(String name) {

    public static Organisation fresh() {
        return new Organisation("org-" + UUID.randomUUID());
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public RequestSpecification as(String... roles) {
        return given().auth().oauth2(Tokens.of(name, "anna", roles)).contentType(ContentType.JSON);
    }

    /** Defines a mark from 1 to 10. */
    public String satisfaction() {
        return define("""
                {"name": "Satisfaction", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "MEAN",
                 "scale": {"min": 1, "max": 10}}""");
    }

    /** Defines a count over two locations. */
    public String visitors() {
        return define("""
                {"name": "Visitors", "unit": "visitors", "better": "LOWER", "audience": "CUSTOMER", "kind": "COUNT",
                 "locations": ["North", "South"]}""");
    }

    public String define(String indicator) {
        return as("analyst").body(indicator).post("/v1/indicators").then().statusCode(201).extract().path("id");
    }

    /** Draws up a survey of two questions for one indicator, in use since the beginning of 2025. */
    public String survey(String indicator) {
        return as("analyst").body("""
                {"name": "After a video call", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Welk cijfer?"}, "scale": {"min": 1, "max": 10}, "indicators": ["%s"]},
                  {"id": "ease", "text": {"nl": "Hoe makkelijk?"}, "scale": {"min": 1, "max": 10}, "indicators": []}]}
                """.formatted(id(), indicator)).post("/v1/surveys").then().statusCode(201).extract().path("id");
    }

    /** Pushes marks of interactions at one moment, at most 1,000. */
    public void push(String survey, Instant interactionAt, List<Integer> marks) {
        push(survey, interactionAt, marks, Map.of());
    }

    public void push(String survey, Instant interactionAt, List<Integer> marks, Map<String, String> circumstances) {
        List<Map<String, Object>> batch = marks.stream().map(mark -> response(interactionAt, mark, circumstances)).toList();
        List<Integer> statuses = as("integration").body(batch).post("/v1/surveys/" + survey + "/responses/batch").then()
                .statusCode(207).extract().path("items.status");
        if (!statuses.stream().allMatch(status -> status == 201)) {
            throw new AssertionError("not all were taken in: " + statuses);
        }
    }

    private static Map<String, Object> response(Instant at, int mark, Map<String, String> circumstances) {
        Map<String, Object> response = new HashMap<>(circumstances);
        response.put("id", id());
        response.put("interactionAt", at.toString());
        response.put("answers", List.of(Map.of("question", "mark", "value", mark)));
        return response;
    }

    public JsonPath results(String indicator, String query) {
        return as("viewer").get("/v1/indicators/" + indicator + "/results?" + query).then().statusCode(200).extract()
                .jsonPath();
    }

    /** Results once they are of so many answers, null where hidden: a batch may be counted and released in parts. */
    public JsonPath resultsOf(String indicator, String query, @Nullable Integer... n) {
        return Awaitility.await().until(() -> results(indicator, query),
                results -> results.getList("items.n").equals(Arrays.asList(n)));
    }

    /** {@code count} times the same mark. */
    public static List<Integer> times(int count, int mark) {
        return IntStream.range(0, count).mapToObj(i -> mark).toList();
    }
}
