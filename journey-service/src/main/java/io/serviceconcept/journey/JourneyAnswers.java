package io.serviceconcept.journey;

import java.net.URI;

import jakarta.ws.rs.core.Response;

/** The answers of the endpoints of a journey: each with the tag of the whole journey. */
final class JourneyAnswers {

    private JourneyAnswers() {
    }

    static Response created(Journeys.Creation made, Object body) {
        return Response.created(URI.create(made.address().path())).tag(JourneyTag.of(made.journey())).entity(body).build();
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
