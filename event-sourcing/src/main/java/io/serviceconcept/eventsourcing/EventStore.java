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
public interface EventStore extends EventLog {

    /**
     * Stores all changes, or none. Costs one round trip and one commit for one stream without an idempotency key, which many
     * callers may share; otherwise some statements in a transaction of its own.
     *
     * @throws EventTooLarge if an event's JSON has more than 4 MB: nothing is stored
     * @throws PersonalDataNotConfigured if an event holds a personal value and there are no keys
     * @throws IllegalArgumentException if an event is of no registered type
     * @throws IllegalStateException inside a transaction, or if an inline projection refuses: nothing is stored
     * @throws EventStoreUnavailable if the database cannot be reached: the outcome is unknown, ask again with the same
     *         idempotency key or expected version
     */
    AppendOutcome append(Append append);

    /**
     * What an earlier request with this key answered: {@link AppendOutcome.Repeated}, or
     * {@link AppendOutcome.KeyReused} when it was another request; empty when the key is new or older than 24 hours. Costs a
     * look at one row; a request that is being handled right now is not seen.
     *
     * @throws EventStoreUnavailable if the database cannot be reached
     */
    Optional<AppendOutcome> repeated(String organisation, Idempotency idempotency);

    /**
     * Remembers a request that changed nothing, so that it changes nothing either when it comes again: others may have changed
     * meanwhile what it was about. Costs a transaction of its own.
     *
     * @return what answers for it, as after {@link #append}, when it was handled before or is being handled; empty when it is
     *         remembered now
     * @throws IllegalStateException inside a transaction
     * @throws EventStoreUnavailable if the database cannot be reached: the outcome is unknown, ask again
     */
    Optional<AppendOutcome> remember(String organisation, Idempotency idempotency);

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
     * @return empty for a stream that does not exist
     * @throws EventStoreUnavailable if the database cannot be reached
     * @throws IllegalArgumentException if an event is of no registered type, or not of its type's shape
     * @throws IllegalStateException if a personal field was changed or moved since it was stored
     */
    List<RecordedEvent> read(StreamId stream, long afterVersion);

    /**
     * The events of a stream as it was, in order of version. Costs as much as the part of the stream that it gives.
     *
     * @return empty when there was nothing yet
     * @throws EventStoreUnavailable if the database cannot be reached
     * @throws IllegalArgumentException if an event is of no registered type, or not of its type's shape
     * @throws IllegalStateException if a personal field was changed or moved since it was stored
     */
    List<RecordedEvent> read(StreamId stream, AsOf asOf);

    /** The log for readers that follow its end side by side: what is new is read once for all of them. */
    default EventLog tail() {
        return this;
    }
}
