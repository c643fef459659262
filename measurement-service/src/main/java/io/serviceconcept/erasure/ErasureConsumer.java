package io.serviceconcept.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.serviceconcept.eventsourcing.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;

/** Takes in the ledger of erasures of the concept service, from its beginning. */
@ApplicationScoped
class ErasureConsumer {

    private final Inbox inbox;

    ErasureConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("concept-erasures")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records);
    }
}
