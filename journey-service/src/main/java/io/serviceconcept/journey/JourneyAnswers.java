package io.serviceconcept.journey;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answers of the endpoints of a journey: each with the tag of the whole journey. */
final class JourneyAnswers {

    private JourneyAnswers() {
    }

    /** The address is a path: an absolute one would name this host, which callers of the gateway never see. */
    static Response created(Journeys.Creation made, Object body) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, made.address().path())
                .tag(JourneyTag.of(made.journey())).entity(body).build();
    }

    static Response ok(JourneyView journey) {
        return ok(journey, journey);
    }

    static Response ok(JourneyView journey, Object part) {
        return Response.ok(part).tag(JourneyTag.of(journey)).build();
    }

    static Response noContent(JourneyView journey) {
        return Response.noContent().tag(JourneyTag.of(journey)).build();
    }
}
