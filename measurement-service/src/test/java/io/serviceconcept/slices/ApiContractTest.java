package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ApiContractTest {

    @Test
    void everyOperationHasANameAndASummary() {
        JsonPath document = RestAssured.get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();

        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        // what every service has for operators is the kernel's to test
        paths.keySet().removeIf(path -> path.startsWith("/v1/operations/measurement/"));
        assertThat(paths).containsOnlyKeys("/v1/indicators", "/v1/indicators/{id}", "/v1/indicators/{id}/results",
                "/v1/indicators/{id}/versions", "/v1/indicators/{id}/versions/{version}", "/v1/indicators/{id}/history",
                "/v1/surveys", "/v1/surveys/{id}", "/v1/surveys/{id}/form", "/v1/surveys/{id}/history",
                "/v1/surveys/{id}/versions", "/v1/surveys/{id}/versions/{version}", "/v1/surveys/{surveyId}/invitations",
                "/v1/surveys/{surveyId}/invitations/{batch}", "/v1/surveys/{surveyId}/invitations/{batch}/history",
                "/v1/public/surveys/{invitation}",
                "/v1/surveys/{surveyId}/responses", "/v1/surveys/{surveyId}/responses/batch",
                "/v1/surveys/{surveyId}/responses/{responseId}",
                "/v1/surveys/{surveyId}/responses/{responseId}/history", "/v1/surveys/{surveyId}/response-rates",
                "/v1/surveys/{surveyId}/volumes", "/v1/surveys/{surveyId}/volumes/{volumeId}",
                "/v1/surveys/{surveyId}/volumes/{volumeId}/history", "/v1/observations",
                "/v1/observations/{source}/{key}", "/v1/observations/{source}/{key}/history",
                "/v1/indicators/{id}/trend", "/v1/indicators/{id}/process-chart", "/v1/indicators/{id}/comparison",
                "/v1/measurement-plans", "/v1/measurement-plans/{id}", "/v1/measurement-plans/{id}/history",
                "/v1/imports", "/v1/imports/{id}", "/v1/imports/{id}/errors", "/v1/webhook-subscriptions",
                "/v1/webhook-subscriptions/{id}", "/v1/webhook-subscriptions/{id}/secret-rotation",
                "/v1/webhook-subscriptions/{id}/trial", "/v1/webhook-subscriptions/{id}/problems",
                "/v1/webhook-subscriptions/{id}/history", "/v1/webhooks/{subscriptionId}", "/v1/exports",
                "/v1/exports/{id}", "/v1/exports/{id}/content", "/v1/exports/{id}/history");
        assertThat(paths.values()).allSatisfy(path -> assertThat(path.values())
                .allSatisfy(operation -> assertThat(operation).containsKeys("operationId", "summary", "responses")));
    }

    @Test
    void anIdempotencyKeyIsDocumentedWhereItCounts() {
        Map<String, Map<String, Map<String, Object>>> paths = RestAssured.get("/q/openapi?format=json").then().extract()
                .jsonPath().getMap("paths");

        assertThat(paths.get("/v1/surveys").get("post").toString()).contains("Idempotency-Key");
        assertThat(List.of("/v1/surveys/{surveyId}/responses", "/v1/observations", "/v1/surveys/{surveyId}/volumes",
                "/v1/public/surveys/{invitation}")).allSatisfy(
                        path -> assertThat(paths.get(path).get("post").toString()).doesNotContain("Idempotency-Key"));
    }

    @Test
    void bodiesThatAreReadByHandAreDocumentedToo() {
        JsonPath document = RestAssured.get("/q/openapi?format=json").then().extract().jsonPath();

        assertThat(document.getMap("components.schemas")).containsKeys("NewResponse", "NewObservation", "NewSurvey",
                "NewIndicator", "ResponseAnswer", "ReportedFigure", "MarkScale", "ResultView", "BatchAnswer");
        assertThat(document.getBoolean("components.schemas.NewResponse.additionalProperties")).isFalse();
        assertThat(document.getBoolean("components.schemas.NewObservation.additionalProperties")).isFalse();
    }
}
