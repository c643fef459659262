package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;

/**
 * Does what follows from new rows. However many there are, a transaction may only be short: so it is done piece by piece,
 * and each piece is committed together with how far it got.
 */
final class FollowUps {

    private static final int FIRST = 100;
    private static final int MOST = 5_000;
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofMillis(500);

    /** What is done in the transaction that finds nothing left to do. */
    @FunctionalInterface
    interface Finish {
        void of(Connection connection, ProjectionGroup group) throws SQLException;
    }

    private final DataSource dataSource;
    private final Finish finish;
    private final Map<String, Integer> sizes = new HashMap<>();

    FollowUps(DataSource dataSource, Finish finish) {
        this.dataSource = dataSource;
        this.finish = finish;
    }

    /** Does pieces for half a second, or until it is finished. */
    void goOn(ProjectionGroup group) {
        long end = System.nanoTime() + LONG.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            int size = sizes.getOrDefault(group.name(), FIRST);
            // unless all goes well: what takes too long is tried in smaller pieces
            sizes.put(group.name(), Math.max(1, size / 2));
            long begun = System.nanoTime();
            more = Sql.call(dataSource, connection -> Sql.transaction(connection, c -> piece(c, group, size)));
            sizes.put(group.name(), next(size, System.nanoTime() - begun));
        }
    }

    private static int next(int size, long nanos) {
        if (nanos < SHORT.toNanos()) {
            return Math.min(MOST, size * 2);
        }
        return nanos > LONG.toNanos() ? Math.max(1, size / 2) : size;
    }

    /** @return whether there may be more */
    private boolean piece(Connection connection, ProjectionGroup group, int size) throws SQLException {
        if (!RebuildRows.lock(connection, group.name()).equals(Optional.of(RebuildState.SWAPPED))) {
            return false;
        }
        RebuildRows.Following done = RebuildRows.following(connection, group.name());
        for (Projection projection : group.projections()) {
            if (!done.includes(projection)) {
                FollowUp piece = projection.rebuilt(connection, group.replaced(), done.reached(projection), size);
                RebuildRows.followed(connection, group.name(), projection, piece);
                return true;
            }
        }
        finish.of(connection, group);
        return false;
    }
}
