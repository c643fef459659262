package io.serviceconcept.eventsourcing.http;

import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The headers every answer has, and 304 for what the caller has already.
 * <p>
 * Public, like the other classes that Quarkus calls here: what it generates may live in another class loader.
 */
public class CommonHeaders {

    /** What every answer says unless it says something else of it. An answer that is a stream sees no filter and adds them. */
    public static final Map<String, String> ALWAYS = Map.of("API-Version", "1.0.0",
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "frame-ancestors 'none'",
            HttpHeaders.CACHE_CONTROL, "no-store");

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        ALWAYS.forEach((name, value) -> {
            if (!headers.containsKey(name)) {
                headers.putSingle(name, value);
            }
        });
        String traceparent = Trace.current().traceparent();
        if (traceparent != null) {
            headers.putSingle("traceparent", traceparent);
        }
        EntityTag tag = response.getEntityTag();
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals("GET") && response.getStatus() == 200 && tag != null && known != null
                && known.contains('"' + tag.getValue() + '"')) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
