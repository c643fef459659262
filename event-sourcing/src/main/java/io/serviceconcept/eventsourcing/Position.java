package io.serviceconcept.eventsourcing;

import java.util.Comparator;

/**
 * A place in the log of all streams. Ordered by generation, then transaction, then ordinal; never by ordinal alone.
 *
 * @param generation counts up when a restored database is adopted
 * @param transaction PostgreSQL's 64-bit transaction id
 * @param ordinal the place within the transaction, from 0
 */
public record Position(int generation, long transaction, int ordinal) implements Comparable<Position> {

    /** Before the first event. */
    public static final Position START = new Position(0, 0, 0);

    private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::generation)
            .thenComparingLong(Position::transaction).thenComparingInt(Position::ordinal);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
