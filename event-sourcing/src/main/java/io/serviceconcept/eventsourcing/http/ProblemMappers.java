package io.serviceconcept.eventsourcing.http;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.serviceconcept.eventsourcing.Contended;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.EventTooLarge;
import io.serviceconcept.eventsourcing.IdempotencyConflict;
import io.serviceconcept.eventsourcing.PersonalDataNotConfigured;
import io.serviceconcept.eventsourcing.StaleVersion;

/** Every way a request can end badly, as {@code application/problem+json}. Nothing of our inside is told. */
public class ProblemMappers {

    /** Seconds. */
    private static final int NOT_BEFORE_SOMEBODY_ACTS = 3600;
    /** What the database says of a text with a zero in it. */
    private static final String NO_SUCH_CHARACTER = "22021";
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response map(ProblemException e, UriInfo uri) {
        Response.ResponseBuilder answer = response(e.problem(), uri);
        return (e.problem().status() == 503 ? answer.header(HttpHeaders.RETRY_AFTER, 1) : answer).build();
    }

    @ServerExceptionMapper
    public Response map(InvalidInput e, UriInfo uri) {
        int count = e.count();
        String detail = count == 1 ? "One thing is wrong with this request."
                : count + " things are wrong with this request.";
        Problem problem = Problem.of(400, "invalid-input", "Invalid input", count == e.violations().size() ? detail
                : detail + " The first " + e.violations().size() + " are listed.");
        return response(problem.withErrors(e.violations()), uri).build();
    }

    @ServerExceptionMapper
    public Response map(StaleVersion e, UriInfo uri) {
        return response(Problem.of(412, "stale-version", "Stale version",
                "It was changed meanwhile; read it again and repeat your change on what is there now."), uri)
                .tag(ETags.of(e.actual())).build();
    }

    @ServerExceptionMapper
    public Response map(IdempotencyConflict e, UriInfo uri) {
        return response(e.inFlight()
                ? Problem.of(409, "request-in-flight", "Request in flight",
                        "A request with this Idempotency-Key is still under way.")
                : Problem.of(409, "idempotency-key-reused", "Idempotency key reused",
                        "This Idempotency-Key was used for another request."),
                uri).build();
    }

    @ServerExceptionMapper
    public Response map(EventStoreUnavailable e, UriInfo uri) {
        // queries say so of everything that fails: of a wrong statement it is not true, and nobody need try again
        return EventStoreUnavailable.isMeantBy(e.getCause()) ? unavailable(e, uri) : map((Throwable) e, uri);
    }

    @ServerExceptionMapper({ Contended.class, OIDCException.class })
    public Response notNow(Throwable e, UriInfo uri) {
        return unavailable(e, uri);
    }

    @ServerExceptionMapper
    public Response map(EventTooLarge e, UriInfo uri) {
        LOG.warn(e.getMessage());
        return response(Problem.of(413, "event-too-large", "Too large",
                "What this would store at once is larger than 4 MB, more than others can be told."), uri).build();
    }

    @ServerExceptionMapper
    public Response map(PersonalDataNotConfigured e, UriInfo uri) {
        LOG.warn(e.getMessage());
        return response(Problem.of(503, "personal-data-not-configured", "Personal data cannot be kept here",
                "This service has no keys to seal personal data with, so it takes none in. Whoever runs it can give it some."),
                uri).header(HttpHeaders.RETRY_AFTER, NOT_BEFORE_SOMEBODY_ACTS).build();
    }

    private static Response unavailable(Throwable e, UriInfo uri) {
        LOG.warnf("not possible at the moment: %s", e.getMessage());
        return response(Problem.of(503, "unavailable", "Temporarily unavailable",
                "The service cannot store or read at the moment. Try again shortly."), uri)
                .header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    @ServerExceptionMapper({ UnauthorizedException.class, AuthenticationFailedException.class })
    public Response unauthenticated(Throwable e, UriInfo uri) {
        return response(Problem.of(401, "unauthenticated", "Unauthenticated",
                "A valid access token for this API is needed."), uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException e, UriInfo uri) {
        return response(Problem.of(403, "forbidden", "Forbidden", "Your roles do not allow this."), uri).build();
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        Response.ResponseBuilder response = switch (status) {
            // a parameter that cannot be converted is reported as not found
            case 404 -> e.getCause() == null || uri.getQueryParameters().isEmpty() ? response(Problem.notFound(), uri)
                    : response(Problem.of(400, "invalid-input", "Invalid input", "A query parameter is not of its type."),
                            uri);
            case 405 -> response(Problem.of(405, "method-not-allowed", "Method not allowed",
                    "This address does not know this method."), uri);
            case 406 -> response(Problem.of(406, "not-acceptable", "Not acceptable",
                    "What you accept cannot be given here."), uri);
            case 413 -> response(Problem.of(413, "too-large", "Too large", "The body is too large."), uri);
            case 415 -> response(Problem.of(415, "unsupported-media-type", "Unsupported media type",
                    "The body is of a type that is not read here."), uri);
            default -> status >= 500 ? internal(e, uri)
                    : response(Problem.of(Math.max(status, 400), "invalid-input", "Invalid input",
                            "The request cannot be read."), uri);
        };
        if (e instanceof NotAllowedException && e.getResponse().getAllowedMethods() != null) {
            response.allow(e.getResponse().getAllowedMethods());
        }
        return response.build();
    }

    @ServerExceptionMapper
    public Response map(Throwable e, UriInfo uri) {
        // queries go through layers that wrap what the database says
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && EventStoreUnavailable.isMeantBy(database)) {
                return unavailable(cause, uri);
            }
            if (cause instanceof SQLException database && NO_SUCH_CHARACTER.equals(database.getSQLState())) {
                return response(Problem.of(400, "invalid-input", "Invalid input",
                        "The request holds a character that is in no text, such as a zero."), uri).build();
            }
        }
        return internal(e, uri).build();
    }

    private static Response.ResponseBuilder internal(Throwable e, UriInfo uri) {
        LOG.error("a request failed", e);
        return response(Problem.of(500, "internal-error", "Internal error",
                "Something went wrong on our side. The trace id helps us find it."), uri);
    }

    private static Response.ResponseBuilder response(Problem problem, UriInfo uri) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", Problem.TYPES + problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", uri.getRequestUri().getRawPath());
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            body.put("traceId", span.getTraceId());
        }
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        body.putAll(problem.members());
        return Response.status(problem.status()).entity(body).type("application/problem+json");
    }
}
