package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventLog;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;

/**
 * Everything of a service that moves by itself: its projections, its relay, its leased work.
 * <p>
 * Projections that are behind, however many, leave connections for callers: {@value #SIDE_BY_SIDE} of them work at the same
 * time and hold one each, as do 4 readers of rebuilds; 2 pages are read ahead. That is 10, of the 16 that a service has.
 */
public final class Readers implements AutoCloseable {

    /** Shards of projections that are worked on at the same time. */
    private static final int SIDE_BY_SIDE = 4;

    private final DataSource dataSource;
    private final EventLog log;
    private final Signal signal;
    private final Duration leaseDuration;
    private final Duration poll;
    private final Semaphore turns = new Semaphore(SIDE_BY_SIDE, true);
    private final List<LeasedLoop> loops = new ArrayList<>();

    /**
     * @param leaseDuration how long a leader that died holds the others up
     * @param poll how often to look for what other processes appended
     */
    public Readers(DataSource dataSource, EventStore store, Signal signal, Duration leaseDuration, Duration poll) {
        this.dataSource = dataSource;
        this.log = store.tail();
        this.signal = signal;
        this.leaseDuration = leaseDuration;
        this.poll = poll;
    }

    /** The name of a projection's rows in the table {@code reader}, and the beginning of that in {@link #failures()}. */
    public static String nameOf(Projection projection) {
        return "projection-" + projection.name();
    }

    public void project(Projection projection) {
        for (int shard = 0; shard < projection.shards(); shard++) {
            Slots slots = Slots.ofShard(shard, projection.shards());
            LeasedLoop.Steps steps = new ProjectionSteps(dataSource, log, projection, shard, slots,
                    ProjectionSteps.Place.LIVE, signal);
            add(nameOf(projection), shard, projection.shards(), new StepsInTurn(steps, turns), poll, true);
        }
    }

    /** @param shards how many relays share the streams, 1–64 */
    public void relay(Publishing publishing, Sender sender, int shards) {
        for (int shard = 0; shard < shards; shard++) {
            add("relay-" + publishing.topic(), shard, shards,
                    new RelaySteps(dataSource, log, publishing, sender, Slots.ofShard(shard, shards)), poll, true);
        }
    }

    public void work(LeasedWork work) {
        add("work-" + work.name(), 0, 1, new LeasedWorkSteps(work, signal), work.rest(), work.wokenByEvents());
    }

    private void add(String name, int shard, int shards, LeasedLoop.Steps steps, Duration rest, boolean wokenByEvents) {
        Lease lease = new Lease(dataSource, name, shard, leaseDuration);
        lease.register(shards);
        LeasedLoop loop = new LeasedLoop(shards == 1 ? name : name + '-' + shard, lease, steps, signal, rest,
                wokenByEvents);
        loops.add(loop);
        loop.start();
    }

    /** The loops of this process; one of several shards has its number behind its name. */
    public List<String> names() {
        return loops.stream().map(LeasedLoop::name).toList();
    }

    /** The loops that stand still, each with why. */
    public Map<String, String> failures() {
        Map<String, String> failures = new LinkedHashMap<>();
        loops.forEach(loop -> loop.failure().ifPresent(e -> failures.put(loop.name(), String.valueOf(e.getMessage()))));
        return failures;
    }

    @Override
    public void close() {
        loops.forEach(LeasedLoop::stop);
        try {
            for (LeasedLoop loop : loops) {
                loop.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
