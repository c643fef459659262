package io.serviceconcept.gateway;

import java.time.Duration;
import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer that is not a success, in the form of RFC 9457.
 *
 * @param type the last part of the problem's URI, in kebab case; callers may rely on it
 * @param headers of the answer, besides those every answer has
 */
record Problem(int status, String type, String title, String detail, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Where the trace id of a request is kept while it is being answered. */
    static final String TRACE_ID = "traceId";

    private static final String TYPES = "https://serviceconcept.io/problems/";
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "5");

    private Problem(int status, String type, String title, String detail) {
        this(status, type, title, detail, Map.of());
    }

    static Problem malformedRequest() {
        return new Problem(400, "malformed-request", "Malformed request",
                "The request is not one this gateway can read: look at its path and its Host and Transfer-Encoding headers.");
    }

    static Problem tokenMissing() {
        return new Problem(401, "token-missing", "No token",
                "This needs an access token: send it as Authorization: Bearer.", Map.of("WWW-Authenticate", "Bearer"));
    }

    static Problem tokenInvalid() {
        return new Problem(401, "token-invalid", "No valid token",
                "The access token is not one for this API: it may have expired, be for another audience, or not be genuine.",
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    static Problem organisationMissing() {
        return new Problem(403, "organisation-missing", "No organisation",
                "The access token must name exactly one organisation.");
    }

    static Problem operatorsOnly() {
        return new Problem(403, "role-missing", "Not allowed", "This is for the role operator.");
    }

    static Problem notFound() {
        return new Problem(404, "not-found", "Not found", "There is nothing at this path.");
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "method-not-allowed", "Method not allowed", "Allowed here: " + allowed + ".",
                Map.of("Allow", allowed));
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(413, "body-too-large", "Body too large", "A body may have at most " + limit + " bytes.");
    }

    static Problem tooManyRequests(long seconds) {
        return new Problem(429, "too-many-requests", "Too many requests",
                "The quota is used up; the next request is welcome in " + seconds + " s.",
                Map.of("Retry-After", Long.toString(seconds)));
    }

    static Problem internalError() {
        return new Problem(500, "internal-error", "Internal error",
                "Something went wrong here, not in the request. The trace id finds it in the logs.");
    }

    static Problem identityProviderAway() {
        return new Problem(503, "identity-provider-unavailable", "Tokens cannot be verified now",
                "The identity provider does not answer, so the token could be neither accepted nor refused.", RETRY_SOON);
    }

    static Problem serviceAway(Service service) {
        return new Problem(503, "service-unavailable", "Service unavailable",
                "The " + service.title() + " does not answer.", RETRY_SOON);
    }

    static Problem serviceTooSlow(Service service) {
        return new Problem(504, "service-timeout", "Service too slow",
                "The " + service.title() + " took too long. Whether it did the work is not known.");
    }

    static Problem apiDocumentUnavailable(String detail) {
        return new Problem(503, "api-document-unavailable", "No API document now", detail, RETRY_SOON);
    }

    /** Ends the exchange with this problem. */
    void answer(RoutingContext ctx) {
        dropBody(ctx);
        ctx.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers.forEach(ctx.response()::putHeader);
        ctx.response().end(body(ctx));
    }

    /**
     * Reads what is left of a refused request's body, but not for ever. Closing at once would reset the connection under a
     * caller that is still sending, and the answer with it.
     */
    static void dropBody(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        request.resume();
        if (!request.isEnded()) {
            ctx.vertx().setTimer(LINGER.toMillis(), timer -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }

    Buffer body(RoutingContext ctx) {
        String traceId = ctx.get(TRACE_ID);
        JsonObject body = new JsonObject().put("type", TYPES + type).put("title", title).put("status", status)
                .put("detail", detail).put("instance", ctx.request().path());
        return (traceId == null ? body : body.put("traceId", traceId)).toBuffer();
    }
}
