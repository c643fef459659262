package io.serviceconcept.journeys;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Keeps the touchpoints that the journey service has published. */
@ApplicationScoped
class JourneyHandler implements InboundHandler {

    private final TouchpointCopy touchpoints;

    JourneyHandler(TouchpointCopy touchpoints) {
        this.touchpoints = touchpoints;
    }

    @Override
    public String source() {
        return "/journey-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "journey.published.v1" ->
                touchpoints.replace(connection, event.organisation(), event.as(JourneyPublished.class));
            default -> {
                // nothing else of a journey bears on figures
            }
        }
    }
}
