package io.serviceconcept.evaluation.measurements;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in what measurement-service says. */
@ApplicationScoped
class MeasurementEventsConsumer {

    private final Inbox inbox;

    MeasurementEventsConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("measurement-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records);
    }
}
