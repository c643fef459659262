package io.serviceconcept.journeys;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what the journey service publishes. */
@ApplicationScoped
class JourneyConsumer {

    private final Inbox inbox;
    private final TouchpointCopy touchpoints;

    JourneyConsumer(Inbox inbox, TouchpointCopy touchpoints) {
        this.inbox = inbox;
        this.touchpoints = touchpoints;
    }

    @Incoming("journey-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, this::handle);
    }

    private void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "journey.published.v1" ->
                touchpoints.replace(connection, event.organisation(), event.as(JourneyPublished.class));
            default -> {
                // nothing else of a journey bears on figures
            }
        }
    }
}
