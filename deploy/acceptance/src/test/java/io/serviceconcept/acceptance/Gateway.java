package io.serviceconcept.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.local.AccessTokens;

/** Requests to the gateway of the shared platform as one of the people of the examples. */
final class Gateway {

    /** The client that pushes answers. */
    static final String INTEGRATION = "survey-integration";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Map<String, Token> TOKENS = new HashMap<>();

    private Gateway() {
    }

    static RequestSpecification as(String person) {
        return nobody().auth().oauth2(token(person));
    }

    static RequestSpecification nobody() {
        return RestAssured.given()
                .config(RestAssuredConfig.config().encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .baseUri(TestPlatform.running().gateway().toString())
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON);
    }

    /** What a GET that must succeed shows. */
    static JsonNode get(String person, String path) {
        Response response = as(person).get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    "GET " + path + " as " + person + ": " + response.statusCode() + " " + response.asString());
        }
        return json(response);
    }

    static String etag(String person, String path) {
        return as(person).get(path).header("ETag");
    }

    static JsonNode json(Response response) {
        return json(response.asString());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    static JsonNode example(String file) {
        return file(TestPlatform.ROOT.resolve("deploy").resolve("examples").resolve(file));
    }

    private static JsonNode file(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized String token(String person) {
        // A restarted platform has another realm address, so that its older tokens are no good any more.
        String key = person + " at " + TestPlatform.running().issuer();
        Token known = TOKENS.get(key);
        if (known == null || System.nanoTime() - known.until() > 0) {
            AccessTokens tokens = TestPlatform.running().tokens();
            known = new Token(person.equals(INTEGRATION) ? tokens.ofSurveyIntegration() : tokens.ofUser(person),
                    System.nanoTime() + KEPT.toNanos());
            TOKENS.put(key, known);
        }
        return known.value();
    }

    private record Token(String value, long until) {
    }
}
