package io.serviceconcept.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes events readable: one class, one table.
 * <p>
 * An asynchronous projection gets its events in order of position, each exactly once: its rows and its checkpoint are
 * committed together. An inline projection also runs within the append, for rows that belong to one stream; it stores
 * that stream's version with the row and applies version v only on v−1, because it meets every event twice.
 */
public interface Projection {

    /** A stable name: the checkpoint hangs on it. Lower case words with hyphens. */
    String name();

    /** Whether it also runs within the append. */
    default boolean inline() {
        return false;
    }

    /** Whether events of this record mean anything to it; it gets no others within an append, but may along the log. */
    default boolean takes(Class<?> eventType) {
        return true;
    }

    /** How many shards work side by side, 1–64. More than one asks for partial rows that readers add up. */
    default int shards() {
        return 1;
    }

    /**
     * Writes what the events mean, in the transaction of the connection, without committing. Rows are written in a
     * sorted order, so that two shards or an append never wait for each other in a circle.
     *
     * @param shard 0 for the first; also 0 inline
     */
    void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException;
}
