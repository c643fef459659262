package io.serviceconcept.gateway;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.gateway.RateLimiter.Verdict;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Counts requests against their quota, and says in the answer what is left of it. */
@ApplicationScoped
class RateLimits {

    private final RateLimiter callers;
    private final RateLimiter addresses;
    private final RateLimiter signed;

    RateLimits(GatewayConfig config) {
        GatewayConfig.RateLimitConfig limit = config.rateLimit();
        callers = new RateLimiter("caller", limit.perCaller(), limit.period(), limit.remembered());
        addresses = new RateLimiter("address", limit.perAddress(), limit.period(), limit.remembered());
        signed = new RateLimiter("webhook", limit.perWebhookAddress(), limit.period(), limit.remembered());
    }

    /** Counts a request with a verified token. The problem when its quota is used up, else null. */
    @Nullable
    Problem countCaller(RoutingContext ctx, Caller caller) {
        return count(ctx, callers, caller.key());
    }

    /** Counts a request without one. The problem when its quota is used up, else null. */
    @Nullable
    Problem countAddress(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        return count(ctx, addresses, request.remoteAddress().hostAddress());
    }

    /** Counts a request that is signed instead. The problem when the quota of its address is used up, else null. */
    @Nullable
    Problem countSigned(RoutingContext ctx) {
        return count(ctx, signed, ctx.request().remoteAddress().hostAddress());
    }

    private static @Nullable Problem count(RoutingContext ctx, RateLimiter limiter, String key) {
        Verdict verdict = limiter.take(key);
        MultiMap headers = ctx.response().headers();
        // at the end, because a service's answer might bring its own
        ctx.addHeadersEndHandler(end -> headers.set("RateLimit-Policy", limiter.policyHeader())
                .set("RateLimit", limiter.header(verdict)));
        return verdict.allowed() ? null : Problem.tooManyRequests(verdict.secondsToNext());
    }
}
