package io.serviceconcept.eventsourcing;

import java.util.List;

/** The events of all streams in one order, read page by page. */
public interface EventLog {

    /**
     * The next events in order of position, only those that no open transaction can still precede.
     *
     * @param limit 1–10,000; events may have 4 MB each, so as many as fit in memory
     * @throws EventStoreUnavailable if the database cannot be reached
     * @throws IllegalArgumentException if an event is of no registered type, or not of its type's shape
     * @throws IllegalStateException if a personal field was changed or moved since it was stored
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
