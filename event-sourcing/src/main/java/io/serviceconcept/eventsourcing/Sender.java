package io.serviceconcept.eventsourcing;

import java.util.List;

/** Sends contract records to Kafka. */
@FunctionalInterface
public interface Sender {

    /**
     * Returns when the broker has acknowledged every record.
     *
     * @throws SendFailed when one was not: any of them may have arrived
     */
    void send(List<OutboundEvent> events);

    /** The broker did not acknowledge. Send all of them again: receivers drop what they had. */
    final class SendFailed extends RuntimeException {
        public SendFailed(Throwable cause) {
            super(cause);
        }
    }
}
