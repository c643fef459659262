package io.serviceconcept.evaluation.journeys;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

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
        inbox.receive(records);
    }
}
