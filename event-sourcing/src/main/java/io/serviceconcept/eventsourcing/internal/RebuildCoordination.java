package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.internal.RebuildRows.Shard;

/**
 * Takes each rebuild from one state to the next. Every step is a transaction that asks for the state first, so that a step
 * done twice, also by two that each believe to hold the lease, has its effect once.
 */
final class RebuildCoordination implements LeasedWork {

    private static final Logger LOG = Logger.getLogger(RebuildCoordination.class);

    /** How many readers fill the rows of an inline projection side by side: a row belongs to one stream. */
    private static final int INLINE_SHARDS = 4;

    private static final Duration BUSY = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    /** Longer than PostgreSQL lets an autovacuum stand in the way (deadlock_timeout, 1 s). */
    private static final Duration LONG = Duration.ofMillis(1_500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final EventRows events;
    private final Map<String, ProjectionGroup> groups;
    private final Map<String, Attempts> attempts = new HashMap<>();
    private final OlderTransactions older = new OlderTransactions();
    private final FollowUps followUps;
    private long next = System.nanoTime();

    /** Tries to have the tables: each holds callers up for a moment, so they become rarer. */
    private record Attempts(int failed, long notBefore) {
        static final Attempts NONE = new Attempts(0, System.nanoTime());

        Attempts next() {
            Duration pause = Duration.ofMillis(250L << Math.min(failed, 6));
            Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            return new Attempts(failed + 1, System.nanoTime() + capped.toNanos());
        }

        Duration patience() {
            return failed % 4 == 3 ? LONG : SHORT;
        }

        boolean due() {
            return System.nanoTime() - notBefore >= 0;
        }
    }

    /** @param groups by name */
    RebuildCoordination(DataSource dataSource, EventRows events, Map<String, ProjectionGroup> groups) {
        this.dataSource = dataSource;
        this.events = events;
        this.groups = groups;
        this.followUps = new FollowUps(dataSource, (connection, group) -> LOG.infof("projection %s: %s", group.name(),
                end(connection, group, RebuildState.DONE)));
    }

    @Override
    public String name() {
        return "rebuild-projections";
    }

    @Override
    public Duration rest() {
        return BUSY;
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    @Override
    public boolean work() {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + (takeAllOn() ? BUSY : IDLE).toNanos();
        }
        return false;
    }

    /** @return whether there are any */
    private boolean takeAllOn() {
        boolean any = false;
        RuntimeException failure = null;
        for (RebuildStatus rebuild : Sql.call(dataSource, RebuildRows::all)) {
            ProjectionGroup group = groups.get(rebuild.name());
            if (group == null || rebuild.state().over()) {
                continue;
            }
            any = true;
            try {
                takeOn(group, rebuild);
            } catch (RuntimeException e) {
                // one that stands still does not hold the others up
                note(group, String.valueOf(e.getMessage()));
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return any;
    }

    private void takeOn(ProjectionGroup group, RebuildStatus rebuild) {
        switch (rebuild.state()) {
            case REQUESTED -> begin(group);
            case RUNNING -> {
                if (isNear(group)) {
                    fill(group, rebuild);
                }
            }
            case SWAPPING -> {
                if (attempts.getOrDefault(group.name(), Attempts.NONE).due()) {
                    swap(group, rebuild);
                }
            }
            case SWAPPED -> followUps.goOn(group);
            case CANCELLING -> when(group, RebuildState.CANCELLING,
                    connection -> end(connection, group, RebuildState.CANCELLED));
            case DONE, CANCELLED, FAILED -> throw new IllegalStateException("it is over");
        }
    }

    private void begin(ProjectionGroup group) {
        long total = EventCount.of(dataSource);
        attempts.remove(group.name());
        when(group, RebuildState.REQUESTED, connection -> {
            ShadowTables tables = new ShadowTables(group);
            List<String> objections = tables.objections(connection);
            if (!objections.isEmpty()) {
                RebuildRows.over(connection, group.name(), RebuildState.FAILED, String.join("; ", objections));
                return "cannot be rebuilt: " + objections;
            }
            tables.create(connection);
            RebuildRows.begin(connection, group.name(), total, shards(group));
            return "is rebuilt from " + total + " events";
        });
    }

    private static List<Shard> shards(ProjectionGroup group) {
        List<Shard> all = new ArrayList<>();
        for (Projection projection : group.projections()) {
            int shards = projection.inline() ? Math.max(INLINE_SHARDS, projection.shards()) : projection.shards();
            for (int shard = 0; shard < shards; shard++) {
                all.add(new Shard(projection.name(), shard, shards));
            }
        }
        return all;
    }

    private boolean isNear(ProjectionGroup group) {
        return Sql.call(dataSource, connection -> swapOf(connection, group).isNear(connection));
    }

    private Swap swapOf(Connection connection, ProjectionGroup group) throws SQLException {
        return new Swap(group, RebuildRows.shards(connection, group.name()), events);
    }

    private void fill(ProjectionGroup group, RebuildStatus rebuild) {
        Sql.call(dataSource, connection -> {
            new ShadowTables(group).analyze(connection);
            older.forget(group.name());
            older.haveEnded(connection, rebuild);
            return RebuildRows.filled(connection, group.name());
        });
    }

    /** The rows may have fallen behind again meanwhile: then it waits for them. */
    private void swap(ProjectionGroup group, RebuildStatus rebuild) {
        Attempts attempt = attempts.getOrDefault(group.name(), Attempts.NONE);
        boolean ready = Sql.call(dataSource, connection -> {
            if (!swapOf(connection, group).isNear(connection)) {
                older.forget(group.name());
                return false;
            }
            if (!older.haveEnded(connection, rebuild)) {
                RebuildRows.note(connection, group.name(), "waits for transactions that are older than the new rows");
                return false;
            }
            return true;
        });
        if (!ready) {
            return;
        }
        try {
            boolean swapped = Sql.call(dataSource, connection -> Sql.transaction(connection,
                    c -> swapOf(c, group).swap(c, attempt.patience())));
            if (swapped) {
                LOG.infof("projection %s: its new rows are read from now on", group.name());
            }
            attempts.remove(group.name());
        } catch (Swap.TooFarBehind e) {
            older.forget(group.name());
            again(group, attempt, e.getMessage());
        } catch (EventStoreUnavailable e) {
            if (!Swap.isTaken(e.getCause())) {
                throw e;
            }
            again(group, attempt, "waits for who holds the tables: " + group.tables());
        }
    }

    private void again(ProjectionGroup group, Attempts attempt, @Nullable String why) {
        attempts.put(group.name(), attempt.next());
        LOG.infof("projection %s: the swap is tried again: %s", group.name(), why);
        note(group, why);
    }

    /** Drops what is not needed any more. */
    private static String end(Connection connection, ProjectionGroup group, RebuildState over) throws SQLException {
        new ShadowTables(group).drop(connection);
        for (Projection projection : group.projections()) {
            Swap.forget(connection, projection);
        }
        RebuildRows.over(connection, group.name(), over, null);
        return "rebuild: " + over;
    }

    /** @param step what is done when it is in this state, and what the log says of it */
    private void when(ProjectionGroup group, RebuildState state, Sql.Work<String> step) {
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            if (RebuildRows.lock(c, group.name()).equals(Optional.of(state))) {
                LOG.infof("projection %s: %s", group.name(), step.with(c));
            }
            return state;
        }));
    }

    private void note(ProjectionGroup group, @Nullable String why) {
        try {
            Sql.call(dataSource, connection -> RebuildRows.note(connection, group.name(), why));
        } catch (RuntimeException e) {
            LOG.debugf(e, "nothing can be noted");
        }
    }
}
