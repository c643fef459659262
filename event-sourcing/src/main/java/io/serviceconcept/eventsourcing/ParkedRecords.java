package io.serviceconcept.eventsourcing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the inbox has parked, for operators of the whole platform: they see all organisations and never the data. What they
 * do is kept with who, when and why.
 */
public interface ParkedRecords {

    /** Which records; null for all. */
    record Filter(@Nullable String source, @Nullable String organisation, @Nullable Boolean halting) {
    }

    /** The place of a record in the list. */
    record Place(Instant parkedAt, UUID id) {
    }

    /**
     * A page of the list, the longest parked first, after the one seen last.
     *
     * @param limit how many, 1 or more
     * @throws EventStoreUnavailable when the database is away
     */
    List<ParkedRecord> list(Filter filter, @Nullable Place after, int limit);

    /**
     * A record that is parked now; empty when it never was, or was handled or discarded.
     *
     * @throws EventStoreUnavailable when the database is away
     */
    Optional<ParkedRecord> find(UUID id);

    /**
     * Tries a record again by its handler, and, when that goes well, up to 1,000 that wait behind it in their order. One
     * that still cannot be handled stays with the new reason. The outcome is kept.
     *
     * @return empty when nothing is parked under the id
     * @throws NotItsTurn when another record of its stream comes first
     * @throws EventStoreUnavailable when the database is away
     */
    Optional<Outcome> replay(UUID id, String operator);

    /**
     * Removes a record without handling it, whatever Kafka brings again. Its sequence counts as done, unless that was
     * handled before or another parked record claims it too; what waited behind it goes on as with a replay.
     *
     * @param reason why, for those who ask later; 1–500 characters
     * @return empty when nothing is parked under the id
     * @throws NotItsTurn when another record of its stream comes first
     * @throws EventStoreUnavailable when the database is away
     */
    Optional<Outcome> discard(UUID id, String operator, String reason);

    /**
     * What came of it.
     *
     * @param done whether the record is no longer parked
     * @param handled how many records were handled, those that waited behind it included
     * @param waiting how many of its stream are still parked
     * @param stoppedBy the first record of its stream that an operator must decide about: this one, one behind it, or null
     */
    record Outcome(boolean done, int handled, long waiting, @Nullable ParkedRecord stoppedBy) {
    }

    /** Records of a stream are decided about in their order. */
    final class NotItsTurn extends RuntimeException {

        private final long first;

        public NotItsTurn(long first) {
            super("sequence " + first + " of the stream comes first");
            this.first = first;
        }

        /** The sequence that is next in the stream; perhaps it has not arrived. */
        public long first() {
            return first;
        }
    }
}
