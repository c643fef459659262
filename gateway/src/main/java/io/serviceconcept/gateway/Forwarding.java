package io.serviceconcept.gateway;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** One request on its way to a service and its answer on the way back, both streamed. */
final class Forwarding implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private final RoutingContext ctx;
    private final Service service;
    private final String uri;
    private final Duration responseTimeout;
    private final LimitedBody body;
    private final long maxBodySize;
    private @Nullable HttpClientRequest upstream;
    private boolean answered;

    /** @param uri what the service is asked for: the very path that was routed by, and the query as it came */
    Forwarding(RoutingContext ctx, Service service, String uri, Duration responseTimeout, long maxBodySize) {
        this.ctx = ctx;
        this.service = service;
        this.uri = uri;
        this.responseTimeout = responseTimeout;
        this.maxBodySize = maxBodySize;
        this.body = new LimitedBody(ctx.request(), maxBodySize, this::requestBegun, this::requestSent);
    }

    Future<HttpClientRequest> to(ServiceClient services) {
        // a caller that leaves ends the request here too, and that is no error to log
        return services.open(service).onSuccess(request -> upstream = request.exceptionHandler(LOG::debug));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.setURI(uri);
        request.setBody(Body.body(body, request.getBody().length()));
        ForwardedHeaders.ofRequest(request.headers(), ctx.request());
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(answer(request, problem(failure))))
                .onSuccess(answer -> answered = true);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ForwardedHeaders.ofAnswer(context.response().headers());
        if (context.response().getStatusCode() == 304) {
            // without this it would be announced as a body of unknown length, which some clients wait for
            context.response().setBody(Body.body(Buffer.buffer()));
        }
        return context.sendResponse();
    }

    /** HTTP/2 has bodies of unknown length that are not chunked, and the proxy library does not. */
    private void requestBegun() {
        if (upstream != null && ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            upstream.setChunked(true);
        }
    }

    /** An upload may take its time; from its end on it is the service's. */
    private void requestSent() {
        if (!answered && upstream != null) {
            upstream.idleTimeout(responseTimeout.toMillis());
        }
    }

    private Problem problem(Throwable failure) {
        if (body.exceeded()) {
            return Problem.bodyTooLarge(maxBodySize);
        }
        LOG.warnf("%s %s at the %s failed: %s", ctx.request().method(), uri, service.title(), failure.getMessage());
        return upstream != null && failure instanceof TimeoutException
                ? Problem.serviceTooSlow(service)
                : Problem.serviceAway(service);
    }

    private ProxyResponse answer(ProxyRequest request, Problem problem) {
        Buffer content = problem.body(ctx);
        Problem.dropBody(ctx);
        ProxyResponse answer = request.release().response().setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).setBody(Body.body(content));
        problem.headers(ctx).forEach(answer::putHeader);
        return answer;
    }
}
