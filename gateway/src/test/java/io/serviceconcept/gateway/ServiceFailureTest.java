package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ServiceFailureTest {

    Surroundings surroundings;

    @BeforeEach
    void calm() {
        surroundings.servicesBehaveNormally();
    }

    @Test
    void aServiceThatIsAwayIs503AndBackWhenItIsBack() {
        surroundings.journey.stop();
        try {
            asking().get("/v1/journeys").then().statusCode(503).contentType("application/problem+json")
                    .header("Retry-After", "5").header("API-Version", "1.0.0")
                    .body("type", equalTo("https://serviceconcept.io/problems/service-unavailable"))
                    .body("detail", containsString("journey-service"))
                    .body("detail", not(containsString("127.0.0.1")));
            asking().body("x".repeat(10_000)).post("/v1/journeys").then().statusCode(503);
            asking().get("/v1/concepts").then().statusCode(200);
        } finally {
            surroundings.journey.start();
        }
        asking().get("/v1/journeys").then().statusCode(200);
    }

    @Test
    void aServiceThatTakesTooLongIs504() {
        surroundings.journey.behaves(request -> {
        });

        asking().body("{}").post("/v1/journeys").then().statusCode(504).contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/service-timeout"));
        asking().get("/v1/journeys").then().statusCode(504);
    }

    @Test
    void nothingIsSentTwice() {
        AtomicInteger received = new AtomicInteger();
        surroundings.journey.behaves(request -> {
            received.incrementAndGet();
            request.connection().close();
        });

        asking().body("{}").post("/v1/journeys").then().statusCode(503);
        assertThat(received).hasValue(1);
    }

    private RequestSpecification asking() {
        return given().header("Authorization", surroundings.bearer());
    }
}
