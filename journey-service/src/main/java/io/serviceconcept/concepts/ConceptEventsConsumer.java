package io.serviceconcept.concepts;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what concept-service publishes. */
@ApplicationScoped
class ConceptEventsConsumer {

    private final Inbox inbox;

    ConceptEventsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("concept-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records);
    }
}
