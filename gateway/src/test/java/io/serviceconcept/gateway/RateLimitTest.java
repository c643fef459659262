package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@TestProfile(RateLimitTest.Strict.class)
@QuarkusTestResource(Surroundings.class)
class RateLimitTest {

    Surroundings surroundings;

    @Test
    void aCallerThatUsedUpItsQuotaIs429AndOthersAreNot() {
        asking("dirk").statusCode(200).header("RateLimit-Policy", "\"caller\";q=3;w=3600")
                .header("RateLimit", startsWith("\"caller\";r=2;t="));
        asking("dirk").statusCode(200);
        asking("dirk").statusCode(200).header("RateLimit", startsWith("\"caller\";r=0;t="));

        asking("dirk").statusCode(429).contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1[12]\\d\\d"))
                .body("type", equalTo("https://serviceconcept.io/problems/too-many-requests"));
        asking("anna").statusCode(200);
    }

    @Test
    void refusedTokensAreCountedByAddress() {
        given().get("/v1/concepts").then().statusCode(401).header("RateLimit-Policy", "\"address\";q=2;w=3600");
        given().header("Authorization", "Bearer guess").get("/v1/concepts").then().statusCode(401);

        given().header("Authorization", "Bearer guess").get("/v1/concepts").then().statusCode(429);
        given().get("/docs").then().statusCode(429);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private ValidatableResponse asking(String subject) {
        return given().header("Authorization", "Bearer " + surroundings.tokens.of(subject)).get("/v1/concepts").then();
    }

    public static class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.rate-limit.per-caller", "3", "gateway.rate-limit.per-address", "2",
                    "gateway.rate-limit.period", "1H");
        }
    }
}
