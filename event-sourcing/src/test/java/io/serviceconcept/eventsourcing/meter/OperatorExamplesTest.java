package io.serviceconcept.eventsourcing.meter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class OperatorExamplesTest {

    @Test
    void bodiesOfOperatorsHaveExamples() {
        String body = "paths.'/v1/operations/meter/%s'.post.requestBody.content.'application/json'.example.%s";

        given().get("/q/openapi?format=json").then().statusCode(200)
                .body(body.formatted("relay/rewind", "to"), equalTo("2026-11-22T10:00:00Z"))
                .body(body.formatted("parked-records/{id}/discard", "reason"), equalTo("It was sent by a test"));
    }
}
