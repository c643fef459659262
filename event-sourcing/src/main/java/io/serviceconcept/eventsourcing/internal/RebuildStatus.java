package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;

/**
 * How far the last rebuild of a projection is.
 *
 * @param name of the projection; of those that share a table, of the first by name
 * @param eventsTotal events in the log when it began; estimated when the log is long
 * @param position where the slowest shard is; null when none runs
 * @param lockedMillis how long the swap held the tables; null before it
 * @param followedRows rows that were put into queues since the swap, because of the new rows
 * @param note why it stands still or was refused; null when it goes on
 * @param readAt when this was read, on the database's clock
 */
public record RebuildStatus(String name, RebuildState state, String requestedBy, Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant filledAt, @Nullable Instant finishedAt, long eventsDone, long eventsTotal,
        @Nullable Position position, @Nullable Integer lockedMillis, long followedRows, @Nullable String note, Instant readAt) {

    /** From 0 to 1. What is appended meanwhile is done too, without being counted in the total. */
    public double progress() {
        if (state == RebuildState.DONE || state == RebuildState.SWAPPED) {
            return 1;
        }
        return eventsTotal == 0 ? 0 : Math.min(1, (double) eventsDone / eventsTotal);
    }

    /** The average since it began, until the new rows had caught up; 0 before. */
    public long eventsPerSecond() {
        if (startedAt == null) {
            return 0;
        }
        Instant until = filledAt != null ? filledAt : finishedAt != null ? finishedAt : readAt;
        long millis = Math.max(1, Duration.between(startedAt, until).toMillis());
        return eventsDone * 1000 / millis;
    }
}
