package io.serviceconcept.evaluation.journeys;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what journey-service says. */
@ApplicationScoped
class JourneyEventsConsumer {

    private final Inbox inbox;

    JourneyEventsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("journey-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, JourneyEventsConsumer::handle);
    }

    private static void handle(Connection connection, InboundEvent event) throws SQLException {
        if (event.type().equals("journey.published.v1")) {
            TouchpointProjection.write(connection, event.organisation(), event.as(JourneyPublished.class));
        }
    }
}
