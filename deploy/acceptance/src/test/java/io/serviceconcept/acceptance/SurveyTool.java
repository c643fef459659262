package io.serviceconcept.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;

/** A survey tool that sends what was answered to our address, signed the way tools of its kind do. */
record SurveyTool(String subscription, String address, String secret) {

    /** @param mapping what the tool's questions are called here */
    static SurveyTool subscribed(String kind, OwnSurvey survey, String mapping) {
        Response response = Gateway.as("anna").body("""
                {"name": "%s", "tool": "%s", "survey": "%s", "mapping": %s}""".formatted(kind, kind, survey.survey(), mapping))
                .post("/v1/webhook-subscriptions");
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        JsonNode made = Gateway.json(response);
        return new SurveyTool(made.path("id").asText(), made.path("address").asText(), made.path("secret").asText());
    }

    SurveyTool with(String otherSecret) {
        return new SurveyTool(subscription, address, otherSecret);
    }

    String path() {
        return "/v1/webhook-subscriptions/" + subscription;
    }

    /** What would become of a body. */
    JsonNode tried(String body) {
        return Gateway.json(Gateway.as("anna").body(body).post(path() + "/trial"));
    }

    Response send(String delivery, String body) {
        return send(delivery, Instant.now().getEpochSecond(), body);
    }

    /** By Standard Webhooks v1: an HMAC of id, time and body under the secret that is behind {@code whsec_}. */
    Response send(String delivery, long at, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return Gateway.nobody().header("webhook-id", delivery).header("webhook-timestamp", Long.toString(at))
                .header("webhook-signature", "v1," + hmac(key, delivery + '.' + at + '.' + body))
                .body(body.getBytes(StandardCharsets.UTF_8)).post(address);
    }

    /** As Typeform does: an HMAC of the body alone under the secret as it is written. */
    Response sendAsTypeform(String body) {
        return Gateway.nobody()
                .header("Typeform-Signature", "sha256=" + hmac(secret.getBytes(StandardCharsets.UTF_8), body))
                .body(body.getBytes(StandardCharsets.UTF_8)).post(address);
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
