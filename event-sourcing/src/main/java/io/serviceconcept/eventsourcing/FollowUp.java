package io.serviceconcept.eventsourcing;

import org.jspecify.annotations.Nullable;

/**
 * A piece of what follows from a rebuild.
 *
 * @param rows how many rows were put into queues, for who watches
 * @param reached where the next piece begins, in words of the projection's own; null when nothing is left
 */
public record FollowUp(long rows, @Nullable String reached) {

    /** Nothing follows, or nothing more. */
    public static final FollowUp NONE = new FollowUp(0, null);
}
