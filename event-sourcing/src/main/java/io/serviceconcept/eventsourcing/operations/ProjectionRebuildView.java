package io.serviceconcept.eventsourcing.operations;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.internal.RebuildState;
import io.serviceconcept.eventsourcing.internal.RebuildStatus;

/**
 * @param eventsTotal events in the log when it began; estimated when there are many millions
 * @param percent 0–100; 100 only when the new rows are read
 * @param eventsPerSecond on average since it began
 * @param position where the slowest shard is, as generation/transaction/ordinal
 * @param lockedMillis how long the swap held the tables
 * @param followedRows rows that were queued since the swap, because of the new rows: grows while it is SWAPPED
 * @param note why it stands still, or was refused
 */
record ProjectionRebuildView(String projection, RebuildState state, String requestedBy, Instant requestedAt,
        @Nullable Instant startedAt, @Nullable Instant finishedAt, long eventsDone, long eventsTotal, int percent,
        long eventsPerSecond, @Nullable String position, @Nullable Integer lockedMillis, long followedRows,
        @Nullable String note) {

    static ProjectionRebuildView of(String projection, RebuildStatus status) {
        int percent = (int) (100 * status.progress());
        boolean read = status.progress() == 1 && status.position() == null;
        return new ProjectionRebuildView(projection, status.state(), status.requestedBy(), status.requestedAt(),
                status.startedAt(), status.finishedAt(), status.eventsDone(), status.eventsTotal(),
                read ? 100 : Math.min(99, percent), status.eventsPerSecond(), text(status.position()),
                status.lockedMillis(), status.followedRows(), status.note());
    }

    private static @Nullable String text(@Nullable Position position) {
        return position == null ? null
                : position.generation() + "/" + Long.toUnsignedString(position.transaction()) + '/' + position.ordinal();
    }
}
