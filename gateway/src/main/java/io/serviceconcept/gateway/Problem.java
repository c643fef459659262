package io.serviceconcept.gateway;

import java.time.Duration;
import java.util.HashMap;
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
record Problem(int status, String type, Wording english, Wording dutch, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Where the trace id of a request is kept while it is being answered. */
    static final String TRACE_ID = "traceId";

    private static final String TYPES = "https://serviceconcept.io/problems/";
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "5");

    private Problem(int status, String type, Wording english, Wording dutch) {
        this(status, type, english, dutch, Map.of());
    }

    static Problem malformedRequest() {
        return new Problem(400, "malformed-request",
                new Wording("Malformed request", "The request is not one this gateway can read: "
                        + "look at its path and its Host and Transfer-Encoding headers."),
                new Wording("Misvormd verzoek", "Dit verzoek kan de gateway niet lezen: "
                        + "kijk naar het pad en naar de headers Host en Transfer-Encoding."));
    }

    static Problem tokenMissing() {
        return new Problem(401, "token-missing",
                new Wording("No token", "This needs an access token: send it as Authorization: Bearer."),
                new Wording("Geen token", "Hiervoor is een toegangstoken nodig: stuur het mee als Authorization: Bearer."),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    static Problem tokenInvalid() {
        return new Problem(401, "token-invalid",
                new Wording("No valid token", "The access token is not one for this API: "
                        + "it may have expired, be for another audience, or not be genuine."),
                new Wording("Geen geldig token", "Het toegangstoken is niet voor deze API: "
                        + "het kan verlopen zijn, voor een andere ontvanger bedoeld of niet echt."),
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    static Problem organisationMissing() {
        return new Problem(403, "organisation-missing",
                new Wording("No organisation", "The access token must name exactly one organisation."),
                new Wording("Geen organisatie", "Het toegangstoken moet precies één organisatie noemen."));
    }

    static Problem operatorsOnly() {
        return new Problem(403, "role-missing",
                new Wording("Not allowed", "This is for the role operator."),
                new Wording("Niet toegestaan", "Dit is voor de rol operator."));
    }

    static Problem notFound() {
        return new Problem(404, "not-found",
                new Wording("Not found", "There is nothing at this path."),
                new Wording("Niet gevonden", "Er is niets op dit pad."));
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "method-not-allowed",
                new Wording("Method not allowed", "Allowed here: " + allowed + "."),
                new Wording("Methode niet toegestaan", "Hier toegestaan: " + allowed + "."),
                Map.of("Allow", allowed));
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(413, "body-too-large",
                new Wording("Body too large", "A body may have at most " + limit + " bytes."),
                new Wording("Body te groot", "Een body heeft hoogstens " + limit + " bytes."));
    }

    static Problem tooManyRequests(long seconds) {
        return new Problem(429, "too-many-requests",
                new Wording("Too many requests",
                        "The quota is used up; the next request is welcome in " + seconds + " s."),
                new Wording("Te veel verzoeken",
                        "Het quotum is op; het volgende verzoek is welkom over " + seconds + " s."),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    static Problem internalError() {
        return new Problem(500, "internal-error",
                new Wording("Internal error",
                        "Something went wrong here, not in the request. The trace id finds it in the logs."),
                new Wording("Interne fout",
                        "Er ging hier iets mis, niet in het verzoek. De traceId vindt het in de logboeken."));
    }

    static Problem identityProviderAway() {
        return new Problem(503, "identity-provider-unavailable",
                new Wording("Tokens cannot be verified now", "The identity provider does not answer, "
                        + "so the token could be neither accepted nor refused."),
                new Wording("Tokens kunnen nu niet worden gecontroleerd", "De identiteitsprovider antwoordt niet, "
                        + "dus het token kon worden aanvaard noch geweigerd."),
                RETRY_SOON);
    }

    static Problem serviceAway(Service service) {
        return new Problem(503, "service-unavailable",
                new Wording("Service unavailable", "The " + service.title() + " does not answer."),
                new Wording("Dienst niet beschikbaar", "De " + service.title() + " antwoordt niet."), RETRY_SOON);
    }

    static Problem serviceTooSlow(Service service) {
        return new Problem(504, "service-timeout",
                new Wording("Service too slow",
                        "The " + service.title() + " took too long. Whether it did the work is not known."),
                new Wording("Dienst te traag",
                        "De " + service.title() + " deed er te lang over. Of het werk gedaan is, is niet bekend."));
    }

    /** @param services those whose documents are missing */
    static Problem apiDocumentsMissing(String services) {
        return apiDocumentUnavailable("No document from: " + services + ".", "Geen document van: " + services + ".");
    }

    /** @param clashes what two documents say differently */
    static Problem apiDocumentsClash(String clashes) {
        return apiDocumentUnavailable("The services' documents contradict each other: " + clashes + ".",
                "De documenten van de diensten spreken elkaar tegen: " + clashes + ".");
    }

    static Problem apiDocumentsNotMerged() {
        return apiDocumentUnavailable("The services' documents could not be merged.",
                "De documenten van de diensten konden niet worden samengevoegd.");
    }

    private static Problem apiDocumentUnavailable(String english, String dutch) {
        return new Problem(503, "api-document-unavailable", new Wording("No API document now", english),
                new Wording("Nu geen API-document", dutch), RETRY_SOON);
    }

    /** Ends the exchange with this problem. */
    void answer(RoutingContext ctx) {
        dropBody(ctx);
        ctx.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers(ctx).forEach(ctx.response()::putHeader);
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

    /** What the answer says in its headers: its own, and in which language it is. */
    Map<String, String> headers(RoutingContext ctx) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Language", language(ctx).tag());
        all.put("Vary", "Accept-Language");
        return all;
    }

    Buffer body(RoutingContext ctx) {
        Wording wording = language(ctx) == Language.DUTCH ? dutch : english;
        String traceId = ctx.get(TRACE_ID);
        JsonObject body = new JsonObject().put("type", TYPES + type).put("title", wording.title()).put("status", status)
                .put("detail", wording.detail()).put("instance", ctx.request().path());
        return (traceId == null ? body : body.put("traceId", traceId)).toBuffer();
    }

    private static Language language(RoutingContext ctx) {
        return Language.of(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
