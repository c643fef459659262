package io.serviceconcept.journeys;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Keeps the touchpoints that the journey service has published. */
@ApplicationScoped
class JourneyHandler implements InboundHandler {

    private final TouchpointCopy touchpoints;
    private final Instance<JourneyReader> readers;

    JourneyHandler(TouchpointCopy touchpoints, Instance<JourneyReader> readers) {
        this.touchpoints = touchpoints;
        this.readers = readers;
    }

    @Override
    public String source() {
        return "/journey-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "journey.published.v1" -> {
                JourneyPublished journey = event.as(JourneyPublished.class);
                touchpoints.put(connection, event.organisation(), journey);
                for (JourneyReader reader : readers) {
                    reader.published(connection, event.organisation(), journey.journey());
                }
            }
            default -> {
                // nothing else of a journey bears on figures
            }
        }
    }
}
