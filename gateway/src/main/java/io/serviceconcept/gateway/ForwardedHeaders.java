package io.serviceconcept.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/** What of a message's headers goes on to the other side. Hop by hop: RFC 9110 section 7.6.1. */
final class ForwardedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
            "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings");

    /**
     * Statements about where a request came from, or what it really meant: only a proxy we know may make them. The trace
     * headers are written again by the tracer, with this hop in them; Expect is answered here.
     */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of("forwarded", "x-real-ip", "x-client-ip", "x-http-method",
            "x-http-method-override", "x-method-override", "traceparent", "tracestate", "baggage", "expect");

    private static final List<String> FAMILIES_NOT_FROM_OUTSIDE = List.of("x-forwarded-", "x-internal-", "x-original-",
            "x-rewrite-", "x-envoy-");

    private ForwardedHeaders() {
    }

    /** Leaves in {@code headers}, a copy of the request's, what a service should see, and says where it came from. */
    static void ofRequest(MultiMap headers, HttpServerRequest from) {
        removeHopByHop(headers);
        Set.copyOf(headers.names()).stream().filter(ForwardedHeaders::notFromOutside).forEach(headers::remove);
        headers.set("X-Forwarded-For", from.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", from.scheme());
        HostAndPort authority = from.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
    }

    /** Leaves in {@code headers}, a copy of a service's answer's, what the caller should see. */
    static void ofAnswer(MultiMap headers) {
        removeHopByHop(headers);
    }

    private static void removeHopByHop(MultiMap headers) {
        for (String connection : headers.getAll("connection")) {
            for (String named : connection.split(",")) {
                headers.remove(named.strip());
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static boolean notFromOutside(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        // x_forwarded_for and x-forwarded-for are one variable to some servers
        return name.indexOf('_') >= 0 || NOT_FROM_OUTSIDE.contains(name)
                || FAMILIES_NOT_FROM_OUTSIDE.stream().anyMatch(name::startsWith);
    }
}
