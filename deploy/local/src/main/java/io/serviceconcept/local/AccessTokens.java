package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks the local platform's Keycloak for access tokens; they are valid for fifteen minutes. */
public final class AccessTokens {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI tokenEndpoint;

    public AccessTokens(URI tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    /** A token for one of the realm's people, {@code marit} for example. */
    public String ofUser(String name) {
        return ask(Map.of("grant_type", "password", "client_id", "service-concept-cli",
                "username", name, "password", name + "-demo"));
    }

    /** A token for the municipality's survey tool. */
    public String ofSurveyIntegration() {
        return ask(Map.of("grant_type", "client_credentials", "client_id", "survey-integration",
                "client_secret", "survey-integration-demo"));
    }

    private String ask(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Keycloak gave no token: " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }
}
