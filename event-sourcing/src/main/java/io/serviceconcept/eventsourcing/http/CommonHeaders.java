package io.serviceconcept.eventsourcing.http;

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

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("API-Version", "1.0.0");
        headers.putSingle("Strict-Transport-Security", "max-age=31536000");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Content-Security-Policy", "frame-ancestors 'none'");
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
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
