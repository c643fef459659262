package io.serviceconcept.eventsourcing.internal;

import java.time.Instant;
import java.util.List;

/**
 * How far everything is behind, at one moment.
 *
 */
public record Lag(Horizon horizon, List<Reader> readers) {

    /**
     * What all readers wait for.
     *
     * @param transactions how many transactions have begun since the oldest write transaction that is still open in any
     *        database of the cluster; readers wait for that one, whatever it writes
     * @param seconds how long that one has been seen open; 0 when readers wait for none
     */
    public record Horizon(Instant sampledAt, long transactions, double seconds) {
    }

    /**
     * A projection or the relay, or a shard of one.
     *
     * @param kind {@code projection} or {@code relay}
     * @param name the name of the projection, or the topic
     * @param seconds the age of the oldest event it has not done, 0 when there is none
     */
    public record Reader(String kind, String name, int shard, double seconds) {
    }

    /**
     * Erasures of personal data that are not known outside the database yet: a restore would lose them.
     *
     * @param seconds the age of the oldest, 0 when there is none
     */
    public record Erasures(long unpublished, double seconds) {
    }
}
