package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(IdentityProviderAwayTest.ComesLater.class)
class IdentityProviderAwayTest {

    Surroundings surroundings;

    @Test
    void theGatewayStartsWithoutItAndVerifiesTokensOnceItIsThere() {
        given().get("/q/health/ready").then().statusCode(200);
        given().header("Authorization", surroundings.bearer()).get("/v1/concepts").then().statusCode(503)
                .contentType("application/problem+json").header("Retry-After", "5")
                .body("type", equalTo("https://serviceconcept.io/problems/identity-provider-unavailable"));

        surroundings.identityProvider.start();
        given().header("Authorization", surroundings.bearer()).get("/v1/concepts").then().statusCode(200);

        // what has been fetched is enough to go on verifying
        surroundings.identityProvider.stop();
        given().header("Authorization", surroundings.bearer()).get("/v1/concepts").then().statusCode(200);
        given().header("Authorization", "Bearer guess").get("/v1/concepts").then().statusCode(401);
    }

    public static class ComesLater implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Surroundings.class, Map.of("identityProvider", "later")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
