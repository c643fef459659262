package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.RebuildRows.Shard;

/**
 * Rebuilds projections while everybody goes on reading and appending: new rows are filled beside the old ones from the
 * first event on, by as many readers as the projection has shards, and take their place in one transaction.
 * <p>
 * A rebuild is in the database: every instance of the service that knows the projection sees it within a second and helps,
 * and when one ends, another goes on from the last batch. All of them should run the code whose rows are wanted.
 */
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final Duration BUSY = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** Readers of one instance that fill new rows at the same time; {@link Readers} says what that leaves for callers. */
    private static final int SIDE_BY_SIDE = 4;

    private final DataSource dataSource;
    private final EventStore store;
    private final Signal signal;
    private final Duration leaseDuration;
    private final Duration poll;
    private final Map<String, ProjectionGroup> groups = new LinkedHashMap<>();
    private final Map<String, ProjectionGroup> byProjection = new HashMap<>();
    private final LeasedLoop coordination;
    private final Semaphore turns = new Semaphore(SIDE_BY_SIDE, true);
    private final Map<Shard, LeasedLoop> loops = new HashMap<>();
    private final Thread watch = Thread.ofPlatform().daemon().name("rebuilds").unstarted(this::watch);
    private volatile Map<String, RebuildStatus> known = Map.of();
    private volatile boolean stopped;

    /**
     * @param leaseDuration how long an instance that died holds the others up
     * @param poll how often to look for what other processes appended
     * @throws IllegalArgumentException if the name of a projection or a table is none in PostgreSQL
     */
    public Rebuilds(DataSource dataSource, EventStore store, EventTypes types, PersonalKeys keys, Signal signal,
            Collection<Projection> projections, Duration leaseDuration, Duration poll) {
        this.dataSource = dataSource;
        this.store = store;
        this.signal = signal;
        this.leaseDuration = leaseDuration;
        this.poll = poll;
        for (ProjectionGroup group : ProjectionGroup.of(projections)) {
            groups.put(group.name(), group);
            group.projections().forEach(projection -> byProjection.put(projection.name(), group));
        }
        RebuildCoordination work = new RebuildCoordination(dataSource,
                new EventRows(types, new PersonalData(dataSource, keys)), groups);
        Lease lease = new Lease(dataSource, "work-" + work.name(), 0, leaseDuration);
        this.coordination = new LeasedLoop("work-" + work.name(), lease, new LeasedWorkSteps(work, signal), signal, work.rest(),
                work.wokenByEvents());
    }

    /** Goes on with what is under way. */
    public void start() {
        new Lease(dataSource, coordination.name(), 0, leaseDuration).register(1);
        coordination.start();
        watch.start();
    }

    /**
     * Asks for a rebuild of a projection, and of those it shares tables with.
     *
     * @return false when one is under way
     * @throws IllegalArgumentException if there is no such projection
     */
    public boolean request(String projection, String by) {
        String name = group(projection).name();
        return Sql.call(dataSource, connection -> RebuildRows.request(connection, name, by));
    }

    /** Ends a rebuild; what everybody reads stays. False when there is none, or it was swapped already. */
    public boolean cancel(String projection) {
        String name = group(projection).name();
        return Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            boolean possible = RebuildRows.lock(c, name).filter(RebuildState::canBeCancelled).isPresent();
            if (possible) {
                RebuildRows.cancelling(c, name);
            }
            return possible;
        }));
    }

    /** The last rebuild of a projection; empty when it never had one. */
    public Optional<RebuildStatus> status(String projection) {
        String name = group(projection).name();
        return Sql.call(dataSource, RebuildRows::all).stream().filter(status -> status.name().equals(name)).findFirst();
    }

    /** What this instance saw of the last rebuild a moment ago; null when there was none. */
    public @Nullable RebuildStatus seen(String projection) {
        return known.get(group(projection).name());
    }

    private ProjectionGroup group(String projection) {
        ProjectionGroup group = byProjection.get(projection);
        if (group == null) {
            throw new IllegalArgumentException("there is no projection " + projection);
        }
        return group;
    }

    /** The loops of this instance that stand still, each with why. */
    public Map<String, String> failures() {
        Map<String, String> failures = new LinkedHashMap<>();
        List<LeasedLoop> all = new ArrayList<>(List.of(coordination));
        synchronized (loops) {
            all.addAll(loops.values());
        }
        all.forEach(loop -> loop.failure().ifPresent(e -> failures.put(loop.name(), String.valueOf(e.getMessage()))));
        return failures;
    }

    private void watch() {
        while (!stopped) {
            Duration rest = IDLE;
            try {
                rest = look() ? BUSY : IDLE;
            } catch (RuntimeException e) {
                LOG.debugf(e, "the rebuilds cannot be looked up; the projections say why");
            }
            try {
                Thread.sleep(rest);
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    /** @return whether there is anything to fill */
    private boolean look() {
        Map<String, RebuildStatus> seen = new HashMap<>();
        List<Shard> wanted = new ArrayList<>();
        for (RebuildStatus status : Sql.call(dataSource, RebuildRows::all)) {
            seen.put(status.name(), status);
            if (status.state().fills() && groups.containsKey(status.name())) {
                wanted.addAll(Sql.call(dataSource, connection -> RebuildRows.shards(connection, status.name())));
            }
        }
        // during a rolling deployment another instance may know more projections
        wanted.removeIf(shard -> !byProjection.containsKey(shard.projection()));
        known = Map.copyOf(seen);
        synchronized (loops) {
            loops.entrySet().removeIf(entry -> {
                boolean over = !wanted.contains(entry.getKey());
                if (over) {
                    entry.getValue().stop();
                }
                return over;
            });
            wanted.removeAll(loops.keySet());
            startSome(wanted);
            return !loops.isEmpty();
        }
    }

    /** Not all at once, and each instance in an order of its own: so instances that begin together share the work. */
    private void startSome(List<Shard> wanted) {
        Collections.shuffle(wanted, ThreadLocalRandom.current());
        wanted.stream().limit((wanted.size() + 3) / 4).forEach(shard -> {
            ProjectionGroup group = group(shard.projection());
            Projection projection = group.projections().stream().filter(p -> p.name().equals(shard.projection()))
                    .findFirst().orElseThrow();
            LeasedLoop loop = new LeasedLoop(shard.reader() + '-' + shard.shard(),
                    new Lease(dataSource, shard.reader(), shard.shard(), leaseDuration),
                    new StepsInTurn(new RebuildSteps(dataSource, store, group, projection, shard), turns), signal, poll, true);
            loops.put(shard, loop);
            loop.start();
        });
    }

    @Override
    public void close() {
        stopped = true;
        watch.interrupt();
        coordination.stop();
        List<LeasedLoop> running;
        synchronized (loops) {
            running = List.copyOf(loops.values());
        }
        running.forEach(LeasedLoop::stop);
        try {
            if (watch.getState() != Thread.State.NEW) {
                watch.join(Duration.ofSeconds(5));
            }
            coordination.awaitEnd();
            for (LeasedLoop loop : running) {
                loop.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
