package io.serviceconcept.eventsourcing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Makes events readable.
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
     * The tables whose rows this projection writes, without a schema. Only projections write them: a rebuild fills copies
     * from the first event on and puts them in their place. They have no foreign keys, triggers or views, and keys that
     * count are identities, not serials. Projections that share a table are rebuilt together.
     */
    List<String> tables();

    /**
     * Tables into which it also puts work for others, as what has to be released again. A rebuild leaves them alone: what
     * it would put there goes nowhere, and {@link #rebuilt} says what is to be done instead.
     */
    default List<String> queues() {
        return List.of();
    }

    /**
     * Writes what the events mean, in the transaction of the connection, without committing. Rows are written in a
     * sorted order, so that two shards or an append never wait for each other in a circle.
     *
     * <p>
     * Along the log, whatever it throws stops this shard and no other: nothing is skipped, the same events, or fewer of them,
     * come again after a pause that grows to 5 s, and until it goes well it is said in the log, by the health check and by a
     * figure. Within an append, whatever it throws goes to the caller, and nothing is stored.
     *
     * @param shard 0 for the first; also 0 inline
     * @param events 1 or more, in order of position; also of types that it does not {@link #takes take}
     */
    void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException;

    /**
     * Is called after each rebuild, when everybody reads the new rows, to put into the queues what follows from rows that
     * are others now: piece by piece, until nothing is left. Each piece is committed, within a second, together with how far
     * it got, so none is lost or done twice. Meanwhile the rows that are read change, by events that {@link #project} gets.
     *
     * @param before the schema in which the tables are as they were, until nothing is left
     * @param reached where the piece before ended; null for the first
     * @param limit how many rows to look at, at most, in a sorted order and by an index
     */
    default FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
            throws SQLException {
        return FollowUp.NONE; // most projections have no queue
    }
}
