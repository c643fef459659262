package io.serviceconcept.bounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.serviceconcept.eventsourcing.http.Language;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Files to import are larger than any other body, and are never held as a whole. Quarkus knows one bound for all, so the
 * others get theirs here.
 */
@ApplicationScoped
class BodyBounds {

    /** After Quarkus has set its own bound, before anything that reads a body. */
    private static final int ORDER = -1;
    /** Where Quarkus keeps the bound of bodies whose length is not announced. */
    private static final String BOUND = "io.quarkus.max-request-size";
    private static final String FILES = "/v1/imports";
    private static final String PROBLEM = """
            {"type":"https://serviceconcept.io/problems/too-large","title":"Too large","status":413,\
            "detail":"The body is too large."}""";
    private static final String PROBLEM_IN_DUTCH = """
            {"type":"https://serviceconcept.io/problems/too-large","title":"Te groot","status":413,\
            "detail":"De body is te groot."}""";

    private final long largest;

    BodyBounds(BodyConfig config) {
        this.largest = config.maxSize().asLongValue();
    }

    void bound(@Observes Router router) {
        router.route().order(ORDER).handler(this::bound);
    }

    private void bound(RoutingContext request) {
        if (request.request().path().equals(FILES)) {
            request.next();
            return;
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > largest) {
            Language language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            request.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .end(language == Language.DUTCH ? PROBLEM_IN_DUTCH : PROBLEM);
            return;
        }
        request.put(BOUND, largest);
        request.next();
    }
}
