package io.serviceconcept.eventsourcing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.serviceconcept.eventsourcing.faults.TakeOvers.Outage;

/** Does one fault after another to the processes, in an order that the seed decides, and mends each after a while. */
final class Conductor {

    private static final Duration LONGEST_REPAIR = Duration.ofSeconds(45);
    /** A broker that was killed has started again and is found by its clients. */
    private static final Duration BROKER_RETURNS = Duration.ofSeconds(20);
    private static final Duration INSTANCE_STARTS = Duration.ofSeconds(10);

    private final Scenario scenario;
    private final Installation installation;
    private final LogTail tail;
    private final Random random;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final List<Outage> ofDatabase = new ArrayList<>();
    private final List<Outage> ofBroker = new ArrayList<>();
    private final List<Outage> withoutSuccessor = new ArrayList<>();

    Conductor(Scenario scenario, Installation installation, LogTail tail) {
        this.scenario = scenario;
        this.installation = installation;
        this.tail = tail;
        this.random = new Random(scenario.seed());
    }

    /** Returns when there were enough kills and enough events, and everything runs again. */
    void run() throws SQLException {
        while (kills() < scenario.kills() || tail.count() < scenario.events()) {
            for (Fault fault : Fault.shuffled(random)) {
                if (random.nextInt(4) > 0) {
                    awaitProgress();
                }
                Lifeline.park(random.nextInt(scenario.longestPause()));
                installation.assertAllRun();
                Lifeline.say(fault + " at " + tail.count() + " events, " + tail.publicEvents() + " of them public, "
                        + Progress.received(installation) + " received");
                inflict(fault);
            }
        }
    }

    /**
     * What is killed while it starts does no harm; most faults are to meet a system at work, the others one in repair. After
     * each, events go on being stored and read.
     */
    private void awaitProgress() throws SQLException {
        long events = tail.count();
        long received = Progress.received(installation);
        long until = System.nanoTime() + LONGEST_REPAIR.toNanos();
        while ((tail.count() - events < scenario.eventsBetween() || Progress.received(installation) == received)
                && System.nanoTime() < until) {
            Lifeline.park(100);
        }
        assertThat(tail.count()).as("events in the log " + LONGEST_REPAIR.toSeconds() + " s later").isGreaterThan(events);
    }

    private void inflict(Fault fault) throws SQLException {
        done.merge(fault, 1, Integer::sum);
        switch (fault) {
            case KILL_WRITER -> {
                installation.writer().kill();
                rest();
                installation.startWriter();
            }
            case KILL_LEADER -> {
                int leader = installation.leader();
                noteWhetherAnotherIsThere();
                installation.readers(leader).kill();
                installation.leaderChanges();
                rest();
                installation.startReaders(leader);
            }
            case KILL_CONSUMER -> {
                installation.consumer().kill();
                rest();
                installation.startConsumer();
            }
            case KILL_BROKER -> {
                // one that is killed before it is ready again would only be away for longer
                installation.awaitBroker();
                Instant from = Instant.now();
                installation.broker().kill();
                rest();
                installation.startBroker();
                ofBroker.add(new Outage(from, from.plus(BROKER_RETURNS)));
            }
            case KILL_POSTGRES -> outage(() -> {
                installation.killPostgres();
                rest();
                installation.startPostgres();
            });
            case KILL_BACKEND -> outage(this::killBackend);
            case FREEZE_LEADER -> freezeLeader();
            case HOLD_TRANSACTION -> holdTransaction();
        }
    }

    private void rest() {
        Lifeline.park(random.nextInt(1_500));
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void outage(Work work) throws SQLException {
        Instant from = Instant.now();
        work.run();
        // after its recovery the leases are found expired or renewed as chance has it
        ofDatabase.add(new Outage(from, Instant.now().plus(ReadersProcess.LEASE)));
    }

    /** One that appends is hit in the middle of a transaction more often than not. */
    private void killBackend() throws SQLException {
        List<Long> backends = new ArrayList<>();
        try (Connection connection = installation.postgres().superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid from pg_stat_activity where datname = 'producer'"
                        + " and backend_type = 'client backend' order by state = 'active' desc, backend_start limit 6")) {
            while (row.next()) {
                backends.add(row.getLong(1));
            }
        }
        long chosen = backends.get(random.nextInt(backends.size()));
        ProcessHandle.of(chosen).ifPresent(ProcessHandle::destroyForcibly);
        // it throws all others out and recovers; then it takes connections again
        Progress.stored(installation);
    }

    /** Nobody takes over from a leader while the other instance still starts: then how long it lasts says nothing. */
    private void noteWhetherAnotherIsThere() {
        if (!installation.isReading(1 - installation.leader())) {
            Instant from = Instant.now();
            withoutSuccessor.add(new Outage(from, from.plus(INSTANCE_STARTS)));
        }
    }

    private void freezeLeader() {
        ChildProcess frozen = installation.readers(installation.leader());
        noteWhetherAnotherIsThere();
        frozen.freeze();
        try {
            Lifeline.park(ReadersProcess.LEASE.toMillis() * 3 / 2 + random.nextInt(1_000));
        } finally {
            frozen.thaw();
        }
        installation.leaderChanges();
    }

    private void holdTransaction() throws SQLException {
        HeldTransaction held = new HeldTransaction(installation.postgres());
        try {
            Lifeline.park(1_000);
            List<Fault> others = List.of(Fault.KILL_WRITER, Fault.KILL_LEADER, Fault.KILL_CONSUMER);
            inflict(others.get(random.nextInt(others.size())));
            Lifeline.park(1_000 + random.nextInt(1_000));
            held.assertNotPassed(tail, installation.producerData());
        } finally {
            held.end(random.nextBoolean());
        }
    }

    int kills() {
        return done.entrySet().stream().filter(e -> e.getKey().kills()).mapToInt(Map.Entry::getValue).sum();
    }

    Map<Fault, Integer> done() {
        return done;
    }

    /** When nobody could take over. */
    List<Outage> outages() {
        return Stream.concat(ofDatabase.stream(), withoutSuccessor.stream()).toList();
    }

    List<Outage> ofBroker() {
        return ofBroker;
    }
}
