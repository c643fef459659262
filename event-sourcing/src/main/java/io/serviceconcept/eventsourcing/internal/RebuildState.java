package io.serviceconcept.eventsourcing.internal;

/** Where a rebuild is. */
public enum RebuildState {
    /** Asked for; an instance begins within a second or two. */
    REQUESTED,
    /** The new rows are filled. */
    RUNNING,
    /** The new rows have caught up, and wait for a moment in which nobody holds the tables. */
    SWAPPING,
    /** Everybody reads the new rows; the old ones are dropped when all is done that follows from the new ones. */
    SWAPPED,
    DONE,
    CANCELLING,
    CANCELLED,
    /** The tables cannot be copied: see the note. */
    FAILED;

    public boolean over() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }

    /** Whether shards are at work. */
    boolean fills() {
        return this == RUNNING || this == SWAPPING;
    }

    boolean canBeCancelled() {
        return this == REQUESTED || fills();
    }
}
