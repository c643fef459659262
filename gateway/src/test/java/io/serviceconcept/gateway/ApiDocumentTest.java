package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiDocumentTest {

    Surroundings surroundings;

    @BeforeEach
    void theServicesDescribeThemselves() {
        describe(surroundings.concept, "/v1/concepts", "object");
        describe(surroundings.measurement, "/v1/surveys", "object");
        describe(surroundings.journey, "/v1/journeys", "object");
    }

    @Test
    void theDocumentIsPublicAndOfAllServices() {
        given().get("/v1/openapi.json").then().statusCode(200).contentType("application/json")
                .header("Access-Control-Allow-Origin", "*").header("API-Version", "1.0.0")
                .body("info.title", equalTo("Service Concept Platform"))
                .body("paths", allOf(hasKey("/v1/concepts"), hasKey("/v1/surveys"), hasKey("/v1/journeys")))
                .body("components.schemas", hasKey("Shared"));
        given().head("/v1/openapi.json").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void aContradictionBetweenServicesIsNotPublished() {
        describe(surroundings.journey, "/v1/journeys", "string");

        given().get("/v1/openapi.json").then().statusCode(503).contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("https://serviceconcept.io/problems/api-document-unavailable"))
                .body("detail", containsString("schemas/Shared"));
    }

    @Test
    void aServiceWithoutADocumentIsNamed() {
        surroundings.measurement.behaves(request -> request.response().setStatusCode(500).end());
        surroundings.journey.stop();
        try {
            given().get("/v1/openapi.json").then().statusCode(503)
                    .body("detail", equalTo("No document from: measurement-service, journey-service."));
        } finally {
            surroundings.journey.start();
        }
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        given().get("/docs").then().statusCode(200).contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                .body(not(containsString("http")));
        given().get("/docs/start.js").then().statusCode(200).body(containsString("/v1/openapi.json"));
        given().get("/docs/swagger-ui-bundle.js").then().statusCode(200).contentType("text/javascript");
        given().get("/docs/swagger-ui.css").then().statusCode(200).contentType("text/css");
    }

    private static void describe(StubService service, String path, String shared) {
        service.behaves(request -> request.response().end(request.uri().equals("/q/openapi?format=json")
                ? """
                        {"openapi": "3.1.0", "paths": {"%s": {"get": {"summary": "List"}}},
                         "components": {"schemas": {"Shared": {"type": "%s"}}}}""".formatted(path, shared)
                : "{}"));
    }
}
