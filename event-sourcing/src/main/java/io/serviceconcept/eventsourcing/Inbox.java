package io.serviceconcept.eventsourcing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes in what other services published: each event once and in its order, whatever Kafka repeats or a late relay
 * rewinds. What a record means, the {@link InboundHandler} of its source knows.
 * <p>
 * Per stream: a sequence that was seen with the same id is dropped, with another id halts the stream; the next one is
 * handled; one that comes too early is parked until the gap is filled; one that cannot be handled is parked and halts its
 * stream, neighbours go on. What was handled and that it was handled are committed together. A state, which has no
 * sequence, is handled whenever it comes; one that cannot be is parked and halts nothing. A record whose headers cannot be
 * read is parked under its place in Kafka.
 *
 * @see ParkedRecords what operators do with what was parked
 */
public interface Inbox {

    /**
     * Returns when every record is handled, dropped or parked durably, so that the offset may be committed. As long as
     * the database is away or refuses the inbox's own statements, it waits and tries again: nothing that a record or a
     * handler does ends it. It only throws when its thread is interrupted.
     */
    void receive(Iterable<ConsumerRecord<String, byte[]>> records);
}
