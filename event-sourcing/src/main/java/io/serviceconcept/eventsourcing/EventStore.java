package io.serviceconcept.eventsourcing;

import java.util.List;
import java.util.Optional;

/**
 * The log of all events of one service.
 * <p>
 * Guarantees: an acknowledged append is durable; versions of a stream have no gaps and are read in order; a reader that
 * moves along {@link #readAfter} sees every event exactly once and events of one stream in order of version, whatever
 * transactions are open meanwhile; no writer waits for another stream.
 *
 * @see io.serviceconcept.eventsourcing.internal.PostgresEventStore
 */
public interface EventStore {

    /**
     * Stores all changes, or none.
     *
     * @throws EventStoreUnavailable if the database cannot be reached: the outcome is unknown, ask again with the same
     *         idempotency key or expected version
     */
    AppendOutcome append(Append append);

    /**
     * What an earlier request with this key answered: {@link AppendOutcome.Repeated}, or
     * {@link AppendOutcome.KeyReused} when it was another request; empty when the key is new.
     */
    Optional<AppendOutcome> repeated(String organisation, Idempotency idempotency);

    /**
     * Stores events that each create a stream of their own; one that exists already leaves the others unharmed.
     *
     * @param creations at most 1,000; a stream that occurs twice is created by its first event
     * @return in the order given: true when created, false when the stream existed
     * @throws EventStoreUnavailable if the database cannot be reached: some may be stored, create all of them again
     */
    List<Boolean> create(CommandContext context, List<Creation> creations);

    /** A stream and the event that creates it. */
    record Creation(StreamId stream, Object event) {
    }

    /**
     * The events of a stream in order of version, committed ones only.
     *
     * @param afterVersion 0 for the whole stream
     */
    List<RecordedEvent> read(StreamId stream, long afterVersion);

    /** The events of a stream as it was, in order of version. */
    List<RecordedEvent> read(StreamId stream, AsOf asOf);

    /**
     * The next events in order of position, only those that no open transaction can still precede.
     *
     * @param limit 1–10,000
     */
    default List<RecordedEvent> readAfter(Position position, Slots slots, int limit) {
        return fetchAfter(position, slots, limit).events();
    }

    /**
     * As {@link #readAfter}, for a reader that fetches the next page while it works on this one.
     *
     * @throws EventStoreUnavailable if the database cannot be reached
     * @see ReadAhead
     */
    LogPage fetchAfter(Position position, Slots slots, int limit);
}
