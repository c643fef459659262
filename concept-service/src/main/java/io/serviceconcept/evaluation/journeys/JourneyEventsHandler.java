package io.serviceconcept.evaluation.journeys;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.readiness.RequirementProjection;

/** Keeps which touchpoints journey-service has published, and the requirements it tells of. */
@ApplicationScoped
class JourneyEventsHandler implements InboundHandler {

    @Override
    public String source() {
        return "/journey-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "journey.published.v1" -> TouchpointProjection.write(connection, event.organisation(),
                    event.as(JourneyPublished.class));
            case "requirement.opened.v1", "requirement.changed.v1", "requirement.fulfilled.v1", "requirement.waived.v1" ->
                RequirementProjection.write(connection, event);
            default -> {
            }
        }
    }
}
