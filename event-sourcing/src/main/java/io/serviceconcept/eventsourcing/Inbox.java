package io.serviceconcept.eventsourcing;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes in what other services published: each event once and in its order, whatever Kafka repeats or a late relay
 * rewinds.
 * <p>
 * Per stream: a sequence that was seen with the same id is dropped, with another id halts the stream; the next one is
 * handled; one that comes too early is parked until the gap is filled; one that cannot be handled is parked and halts its
 * stream, neighbours go on. What was handled and that it was handled are committed together.
 */
public interface Inbox {

    /**
     * Returns when every record is handled, dropped or parked durably, so that the offset may be committed. Waits and
     * tries again as long as the database is away.
     */
    void receive(Iterable<ConsumerRecord<String, byte[]>> records, InboundHandler handler);

    /** Records that wait, oldest first: those of halted streams need an operator. */
    List<Parked> parked(String organisation);

    /**
     * @param reason why it was parked, for people
     */
    record Parked(String source, String stream, long sequence, String type, String reason) {
    }
}
