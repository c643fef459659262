package io.serviceconcept.eventsourcing.http;

import java.net.URI;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answers that resources have in common. */
@RegisterForReflection(targets = Violation.class)
public final class Answers {

    private Answers() {
    }

    /**
     * 201 with the address, the version and the representation of what was created.
     *
     * @param location a path: an absolute address would name this host, which callers of the gateway never see
     */
    public static Response created(String location, long version, Object body) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, location).tag(ETags.of(version))
                .entity(body).build();
    }

    public static Response ok(long version, Object body) {
        return Response.ok(body).tag(ETags.of(version)).build();
    }

    public static Response noContent(long version) {
        return Response.noContent().tag(ETags.of(version)).build();
    }

    /** A page of a list as {@code {"items": […]}}; the address of the next page is in the header {@code Link}. */
    public static Response page(UriInfo uri, Page<?> page) {
        Response.ResponseBuilder response = Response.ok(Map.of("items", page.items()));
        if (page.next() != null) {
            URI next = uri.getRequestUriBuilder().scheme(null).host(null).port(-1).replaceQueryParam("cursor", page.next())
                    .build();
            response.links(Link.fromUri(next).rel("next").build());
        }
        return response.build();
    }
}
