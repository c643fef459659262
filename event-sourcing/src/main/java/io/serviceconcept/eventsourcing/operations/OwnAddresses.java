package io.serviceconcept.eventsourcing.operations;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.serviceconcept.eventsourcing.http.Problem;

/** Addresses of another service lead nowhere here. */
public class OwnAddresses {

    private static final String OPERATIONS = "/v1/operations/";

    private final String word = ThisService.word();

    /** @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the address names another service */
    @ServerRequestFilter
    public void check(UriInfo uri) {
        List<String> named = uri.getPathParameters().get("service");
        if (named != null && uri.getPath().startsWith(OPERATIONS) && !named.equals(List.of(word))) {
            throw Problem.notFound().exception();
        }
    }
}
