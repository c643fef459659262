package io.serviceconcept.gateway;

import java.util.Map;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;

/** The headers of every answer, whoever gave it. */
final class AnswerHeaders {

    /** A service may say these more precisely; it must not be said twice. */
    private static final Map<String, String> UNLESS_SAID = Map.of(
            "API-Version", "1.0.0",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private AnswerHeaders() {
    }

    static void complete(HttpServerResponse response) {
        MultiMap headers = response.headers();
        UNLESS_SAID.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
        ALWAYS.forEach(headers::set);
        headers.remove("Server").remove("X-Powered-By");
        if (response.getStatusCode() == 304) {
            // it would be the length of what is not sent
            headers.remove("Content-Length");
        }
    }
}
