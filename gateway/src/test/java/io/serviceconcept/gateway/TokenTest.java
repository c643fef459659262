package io.serviceconcept.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TokenTest {

    Surroundings surroundings;

    @Test
    void aGenuineTokenLetsTheRequestThroughAndTheServiceSeesIt() {
        String token = surroundings.tokens.of("dirk");

        asking("Bearer " + token).statusCode(200)
                .body("service", equalTo("concept"))
                .body("headers.authorization[0]", equalTo("Bearer " + token));
    }

    @Test
    void withoutATokenTheAnswerIs401() {
        given().get("/v1/concepts").then().statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/token-missing"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/v1/concepts"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void anotherSchemeIsNoToken() {
        refused(asking("Basic ZGlyazpkaXJrLWRlbW8="), 401, "token-missing");
    }

    @Test
    void anExpiredTokenIsRefused() {
        refusedToken(surroundings.tokens.with("dirk", claims -> claims.issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(300))));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refusedToken(surroundings.tokens.with("dirk", claims -> claims.audience("another-api")));
    }

    @Test
    void aTokenFromAnotherIssuerIsRefused() {
        refusedToken(surroundings.tokens.with("dirk", claims -> claims.issuer("http://127.0.0.1:1/realms/other")));
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() {
        refusedToken(surroundings.tokens.signedWithAnotherKey());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refusedToken(surroundings.tokens.unsigned());
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws GeneralSecurityException {
        refusedToken(surroundings.tokens.signedWithThePublicKeyAsSecret());
    }

    @Test
    void whatIsNoJwtAtAllIsRefused() {
        refusedToken("opaque");
        refusedToken("a.b.c");
    }

    @Test
    void ofTwoTokensNoneIsBelieved() {
        String token = surroundings.bearer();

        refused(given().header("Authorization", token, token).get("/v1/concepts").then(), 401, "token-invalid");
    }

    @Test
    void aTokenMustNameOneOrganisation() {
        Tokens tokens = surroundings.tokens;

        refusedOrganisation(tokens.with("dirk", claims -> claims.remove("organisation")));
        refusedOrganisation(tokens.with("dirk", claims -> claims.claim("organisation", " ")));
        refusedOrganisation(tokens.with("dirk", claims -> claims.claim("organisation", List.of("municipality"))));
        refusedOrganisation(tokens.with("dirk", claims -> claims.claim("organisation",
                List.of("municipality", "fashion-for-you"))));
    }

    @Test
    void theFiguresAreForOperators() {
        given().get("/q/metrics").then().statusCode(401);
        refused(given().header("Authorization", surroundings.bearer()).get("/q/metrics").then(), 403, "role-missing");

        String operator = surroundings.tokens.with("otto",
                claims -> claims.claim("realm_access", Map.of("roles", List.of("operator"))));
        given().header("Authorization", surroundings.bearer()).get("/v1/concepts/7f3a").then().statusCode(200);
        given().header("Authorization", "Bearer " + operator).get("/q/metrics").then().statusCode(200)
                .body(containsString("uri=\"/v1/concepts\""))
                .body(not(containsString("7f3a")));
    }

    private void refusedToken(String token) {
        refused(asking("Bearer " + token), 401, "token-invalid")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private void refusedOrganisation(String token) {
        refused(asking("Bearer " + token), 403, "organisation-missing");
    }

    private static ValidatableResponse asking(String authorization) {
        return given().header("Authorization", authorization).get("/v1/concepts").then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/" + type));
    }
}
