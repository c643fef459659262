package io.serviceconcept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class OpenApiTest {

    @Test
    void everyOperationHasANameOfItsOwnAndASummary() {
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json").then().statusCode(200)
                .extract().jsonPath().getMap("paths");
        List<Map<String, Object>> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            // what every service has for operators is the kernel's to test
            if (!path.startsWith("/v1/operations/concept/") && List.of("get", "put", "post", "delete").contains(method)) {
                operations.add(operation);
            }
        }));

        assertThat(operations).as("an endpoint that is not public is left out in silence").hasSize(121);
        assertThat(operations).allSatisfy(operation -> assertThat(operation.get("summary").toString()).isNotBlank());
        assertThat(operations).extracting(operation -> operation.get("operationId")).doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(operations).filteredOn(operation -> !operation.get("operationId").toString().startsWith("remove")
                && !operation.get("operationId").equals("eraseSubject")
                && !operation.get("operationId").equals("getConceptDocument")
                && !operation.get("operationId").equals("followEvaluation"))
                .allSatisfy(operation -> assertThat(JsonPath.from(EventTypes.json().writeValueAsString(operation))
                        .getMap("responses.findAll { it.key in ['200', '201'] }.values().content[0]"))
                        .as("%s describes what it answers", operation.get("operationId"))
                        .containsOnlyKeys(operation.get("operationId").equals("getMatrix") ? "text/csv"
                                : "application/json"));
    }

    @Test
    void theAnswersOfAnOperationAreThoseItCanGive() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();

        assertThat(answers(document, "/v1/concepts/{concept}/ideas/{idea}/transitions", "post")).contains("412", "428", "401");
        assertThat(answers(document, "/v1/concepts/{concept}/layers/{layer}", "put")).contains("412", "428");
        assertThat(answers(document, "/v1/concepts/{concept}/layers", "post")).doesNotContain("412", "428");
        assertThat(answers(document, "/v1/concepts/{concept}/matrix", "put")).doesNotContain("412", "428");
        assertThat(answers(document, "/v1/public/concepts/{slug}", "get")).contains("404", "429")
                .doesNotContain("401", "403");
    }

    private static Set<String> answers(JsonPath document, String path, String method) {
        return document.<String, Object> getMap("paths.'" + path + "'." + method + ".responses").keySet();
    }
}
