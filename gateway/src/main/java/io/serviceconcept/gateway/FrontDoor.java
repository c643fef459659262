package io.serviceconcept.gateway;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.serviceconcept.gateway.Admission.Admitted;
import io.serviceconcept.gateway.Admission.Refused;
import io.serviceconcept.gateway.Destination.ToService;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Every request comes in here, and leaves for where it belongs or with a problem. */
@ApplicationScoped
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** Before anything of Quarkus that could answer by itself. */
    private static final int FIRST = -1000;
    /** After Quarkus has prepared the verification of tokens (-200), before it looks at bodies (-2). */
    private static final int AFTER_TOKENS = -50;

    private final Admissions admissions;
    private final RateLimits rateLimits;
    private final ServiceProxy proxy;
    private final ApiDocuments apiDocuments;
    private final DocsPage docs;

    FrontDoor(Admissions admissions, RateLimits rateLimits, ServiceProxy proxy, ApiDocuments apiDocuments, DocsPage docs) {
        this.admissions = admissions;
        this.rateLimits = rateLimits;
        this.proxy = proxy;
        this.apiDocuments = apiDocuments;
        this.docs = docs;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(FrontDoor::prepare).failureHandler(FrontDoor::failed);
        router.route().order(AFTER_TOKENS).handler(this::enter);
        router.errorHandler(400, FrontDoor::failed).errorHandler(404, FrontDoor::failed)
                .errorHandler(500, FrontDoor::failed);
    }

    private static void prepare(RoutingContext ctx) {
        complete(ctx);
        ctx.next();
    }

    private static void complete(RoutingContext ctx) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            ctx.put(Problem.TRACE_ID, span.getTraceId());
        }
        ctx.addHeadersEndHandler(end -> AnswerHeaders.complete(ctx.response()));
    }

    private void enter(RoutingContext ctx) {
        // until someone reads it: verifying the token takes a while, and the body must not go by meanwhile
        ctx.request().pause();
        String path = path(ctx);
        if (path == null) {
            measureAs("/malformed");
            Problem.malformedRequest().answer(ctx);
            return;
        }
        switch (Destination.of(path)) {
            case ToService destination -> toService(ctx, destination, path);
            case Destination.ApiDocument _ -> read(ctx, () -> openly(ctx, () -> apiDocument(ctx)));
            case Destination.Docs(String file) -> read(ctx, () -> openly(ctx, () -> docs.answer(ctx, file)));
            case Destination.Health _ -> read(ctx, () -> toQuarkus(ctx));
            case Destination.Metrics _ -> read(ctx, () -> metrics(ctx));
            case Destination.Nowhere _ -> Problem.notFound().answer(ctx);
        }
    }

    private void toService(RoutingContext ctx, ToService destination, String path) {
        measureAs("/v1/" + destination.collection());
        HttpServerRequest request = ctx.request();
        if (!ServiceProxy.METHODS.contains(request.method())) {
            Problem.methodNotAllowed(ServiceProxy.METHODS.stream().map(HttpMethod::name).sorted()
                    .collect(Collectors.joining(", "))).answer(ctx);
            return;
        }
        String uri = request.query() == null ? path : path + '?' + request.query();
        if (destination.isPublic()) {
            ctx.addHeadersEndHandler(end -> ctx.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
            if (request.method() == HttpMethod.OPTIONS) {
                openly(ctx, () -> allowPages(ctx));
                return;
            }
            openly(ctx, () -> proxy.forward(ctx, destination, uri));
            return;
        }
        if (destination.isSigned()) {
            unless(rateLimits.countSigned(ctx), ctx, () -> proxy.forward(ctx, destination, uri));
            return;
        }
        withToken(ctx, caller -> proxy.forward(ctx, destination, uri));
    }

    /** A page of any site may send JSON to what is public; its browser asks first. */
    private static void allowPages(RoutingContext ctx) {
        ctx.request().resume();
        ctx.response().setStatusCode(204).putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400").end();
    }

    private void apiDocument(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        Context context = ctx.vertx().getOrCreateContext();
        apiDocuments.current().onSuccess(outcome -> context.runOnContext(here -> {
            switch (outcome) {
                case ApiDocuments.Published(var document) -> {
                    ctx.request().resume();
                    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(document);
                }
                case ApiDocuments.Unavailable(Problem why) -> why.answer(ctx);
            }
        }));
    }

    private void metrics(RoutingContext ctx) {
        withToken(ctx, caller -> {
            if (caller.isOperator()) {
                toQuarkus(ctx);
            } else {
                Problem.operatorsOnly().answer(ctx);
            }
        });
    }

    private void withToken(RoutingContext ctx, Consumer<Caller> next) {
        Context context = ctx.vertx().getOrCreateContext();
        admissions.of(ctx).subscribe().with(admission -> context.runOnContext(here -> admit(ctx, admission, next)));
    }

    private void admit(RoutingContext ctx, Admission admission, Consumer<Caller> next) {
        try {
            switch (admission) {
                case Admitted(Caller caller) -> unless(rateLimits.countCaller(ctx, caller), ctx, () -> next.accept(caller));
                case Refused(Problem problem) -> openly(ctx, () -> problem.answer(ctx));
            }
        } catch (RuntimeException failure) {
            // outside the router's own handlers nobody else would answer
            ctx.fail(failure);
        }
    }

    private void openly(RoutingContext ctx, Runnable next) {
        unless(rateLimits.countAddress(ctx), ctx, next);
    }

    private static void unless(@Nullable Problem problem, RoutingContext ctx, Runnable next) {
        if (problem == null) {
            next.run();
        } else {
            problem.answer(ctx);
        }
    }

    private static void read(RoutingContext ctx, Runnable next) {
        HttpMethod method = ctx.request().method();
        unless(method == HttpMethod.GET || method == HttpMethod.HEAD ? null : Problem.methodNotAllowed("GET, HEAD"), ctx,
                next);
    }

    private static void toQuarkus(RoutingContext ctx) {
        ctx.request().resume();
        ctx.next();
    }

    /** What is routed by and what is sent on; null when it is not a path. An escaped slash would be read in two ways. */
    private static @Nullable String path(RoutingContext ctx) {
        try {
            String path = ctx.normalizedPath();
            String escapes = path.toLowerCase(Locale.ROOT);
            return escapes.contains("%2f") || escapes.contains("%5c") || escapes.contains("%00") || path.contains("\\")
                    ? null
                    : path;
        } catch (IllegalArgumentException notAPath) {
            return null;
        }
    }

    /** Names spans and figures: without it each path with an identifier would be a series of its own. */
    private static void measureAs(String template) {
        Vertx.currentContext().putLocal("UrlPathTemplate", template);
    }

    private static void failed(RoutingContext ctx) {
        if (ctx.response().headWritten()) {
            ctx.request().connection().close();
            return;
        }
        if (ctx.get(Problem.TRACE_ID) == null) {
            complete(ctx);
        }
        switch (ctx.statusCode()) {
            case 400 -> Problem.malformedRequest().answer(ctx);
            case 404 -> Problem.notFound().answer(ctx);
            default -> {
                LOG.error("A request failed", ctx.failure());
                Problem.internalError().answer(ctx);
            }
        }
    }
}
