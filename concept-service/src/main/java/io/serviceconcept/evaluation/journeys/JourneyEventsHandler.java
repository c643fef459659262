package io.serviceconcept.evaluation.journeys;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Keeps which touchpoints journey-service has published. */
@ApplicationScoped
class JourneyEventsHandler implements InboundHandler {

    @Override
    public String source() {
        return "/journey-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        if (event.type().equals("journey.published.v1")) {
            TouchpointProjection.write(connection, event.organisation(), event.as(JourneyPublished.class));
        }
    }
}
