package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what the concept service publishes. */
@ApplicationScoped
class ConceptConsumer {

    private final Inbox inbox;
    private final EditionCopy editions;

    ConceptConsumer(Inbox inbox, EditionCopy editions) {
        this.inbox = inbox;
        this.editions = editions;
    }

    @Incoming("concept-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, this::handle);
    }

    private void handle(Connection connection, InboundEvent event) throws SQLException {
        switch (event.type()) {
            case "concept.edition-adopted.v1" ->
                editions.add(connection, event.organisation(), event.as(EditionAdopted.class));
            default -> {
                // drafts set no targets
            }
        }
    }
}
