package io.serviceconcept.eventsourcing;

import java.sql.SQLException;
import java.time.Duration;

/** Work that one instance of a service does at a time: the one that holds the lease. */
public interface LeasedWork {

    /** A stable name: the lease hangs on it. Lower case words with hyphens. */
    String name();

    /** How long to rest when there was nothing to do. */
    default Duration rest() {
        return Duration.ofMillis(50);
    }

    /** Whether the rest ends as soon as this process appends or projects an event, or has done a piece of such work. */
    default boolean wokenByEvents() {
        return true;
    }

    /** How long to rest at least, whatever happens meanwhile: to look for work costs something, too. */
    default Duration leastRest() {
        return Duration.ZERO;
    }

    /**
     * Does the next piece of work, short against the lease of some seconds. Work of a holder that lost its lease without
     * knowing may overlap with its successor's for a moment, so it must be safe to do twice.
     *
     * <p>
     * Whatever it throws is said in the log, by the health check and by a figure, and the same is tried again after a pause
     * that grows to 5 s; nothing else stands still for it.
     *
     * @return true to be called again at once, false to rest first
     */
    boolean work() throws SQLException;
}
