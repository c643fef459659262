package io.serviceconcept.gateway;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/** Lets a request through to its service, if it has a method and a size that are let through at all. */
@ApplicationScoped
class ServiceProxy {

    static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT,
            HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final ServiceClient services;
    private final Duration responseTimeout;
    private final GatewayConfig config;

    ServiceProxy(ServiceClient services, GatewayConfig config) {
        this.services = services;
        this.responseTimeout = config.upstream().responseTimeout();
        this.config = config;
    }

    void forward(RoutingContext ctx, Destination.ToService destination, String uri) {
        long maxBodySize = maxBodySize(destination);
        HttpServerRequest request = ctx.request();
        if (!request.headers().getAll(HttpHeaders.TRANSFER_ENCODING).stream().allMatch("chunked"::equals)) {
            Problem.malformedRequest().answer(ctx);
            return;
        }
        if (announcedSize(request) > maxBodySize) {
            Problem.bodyTooLarge(maxBodySize).answer(ctx);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            ctx.response().writeContinue();
        }
        Forwarding forwarding = new Forwarding(ctx, destination.service(), uri, responseTimeout, maxBodySize);
        HttpProxy.reverseProxy(OPTIONS, services.client())
                .origin(proxy -> forwarding.to(services))
                .addInterceptor(forwarding)
                .handle(request);
    }

    private long maxBodySize(Destination.ToService destination) {
        return (destination.takesFiles() ? config.maxFileSize()
                : destination.isSigned() ? config.maxWebhookSize() : config.maxBodySize()).asLongValue();
    }

    /** The HTTP parser has seen to it that the length, when there is one, is one number. */
    private static long announcedSize(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
