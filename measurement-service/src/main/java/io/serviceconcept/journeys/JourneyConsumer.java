package io.serviceconcept.journeys;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what the journey service publishes. */
@ApplicationScoped
class JourneyConsumer {

    private final Inbox inbox;

    JourneyConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("journey-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records);
    }
}
