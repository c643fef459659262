package io.serviceconcept.eventsourcing.internal;

import java.time.Instant;
import java.util.List;

/**
 * How far everything is behind, at one moment.
 *
 * @param horizonTransactions how many transactions have begun since the oldest write transaction that is still open in any
 *        database of the cluster; readers wait for that one, whatever it writes
 * @param horizonSeconds how long that one has been seen open; 0 when readers wait for none
 */
public record Lag(Instant sampledAt, long horizonTransactions, double horizonSeconds, List<Reader> readers,
        List<Parked> parked, Erasures erasures) {

    /**
     * A projection or the relay, or a shard of one.
     *
     * @param kind {@code projection} or {@code relay}
     * @param name the name of the projection, or the topic
     * @param seconds the age of the oldest event it has not done, 0 when there is none
     */
    public record Reader(String kind, String name, int shard, double seconds) {
    }

    /** @param streams how many streams of the source are halted */
    public record Parked(String source, long records, long streams) {
    }

    /**
     * Erasures of personal data that are not known outside the database yet: a restore would lose them.
     *
     * @param seconds the age of the oldest, 0 when there is none
     */
    public record Erasures(long unpublished, double seconds) {
    }
}
