package io.serviceconcept.eventsourcing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;
import io.serviceconcept.eventsourcing.testing.History;
import io.serviceconcept.eventsourcing.testing.HistoryChecker;
import io.serviceconcept.eventsourcing.testing.Readings;

/**
 * Real processes under load are killed again and again; afterwards nothing is lost, doubled or reordered, and every figure
 * equals a recount. What each process said is in {@code target/faults}.
 */
@Tag("faults")
class FaultsTest {

    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void nothingIsLostDoubledOrReorderedWhateverIsKilled() throws Exception {
        Scenario scenario = Scenario.chosen();
        Path logs = Path.of("target", "faults", scenario.form() + '-' + scenario.seed() + '-' + System.currentTimeMillis());
        Lifeline.say("faults: " + scenario + ", logs in " + logs);
        Instant began = Instant.now();
        try (Installation installation = new Installation(scenario, data, logs)) {
            installation.start();
            EventStore store = new PostgresEventStore(installation.producerData(), Readings.TYPES,
                    new MeterPublishing()::publishes, List.of(), () -> false, new Signal());
            try (LogTail tail = new LogTail("log", store, Slots.ALL);
                    LogTail half = new LogTail("half-of-the-log", store, Slots.ofShard(1, 2))) {
                Conductor conductor = new Conductor(scenario, installation, tail);
                try (BackPressure pressure = new BackPressure(installation, tail)) {
                    conductor.run();
                }
                Duration caughtUp = catchUp(installation, tail);
                tail.close();
                half.close();
                String report = judge(installation, store, conductor, List.of(tail, half));
                report += ", caught up in " + caughtUp.toMillis() + " ms, " + Duration.between(began, Instant.now()).toSeconds()
                        + " s in all, " + scenario;
                Files.writeString(logs.resolve("report.txt"), report);
                Lifeline.say(report);
                assertThat(caughtUp).as("until everything had caught up unattended").isLessThan(allowed());
            }
        }
    }

    /** On a machine that has more to do than it can, everything takes longer in proportion. */
    private static Duration allowed() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        double load = system.getSystemLoadAverage() / system.getAvailableProcessors();
        return load <= 2 ? CATCH_UP : Duration.ofMillis((long) (CATCH_UP.toMillis() * load / 2));
    }

    /** Unattended: nobody restarts, repairs or replays anything. */
    private static Duration catchUp(Installation installation, LogTail tail)
            throws IOException, InterruptedException, SQLException {
        assertThat(installation.writer().end(60)).as("the writer ends when told to").isTrue();
        installation.assertAllButWriterRun();
        Instant from = Instant.now();
        long events = Progress.stored(installation);
        long publicEvents = Progress.storedPublic(installation);
        await().ignoreExceptionsMatching(SQLException.class::isInstance).atMost(LONGEST_WAIT)
                .pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                    assertThat(Progress.projected(installation)).as("projected").isEqualTo(events);
                    assertThat(Progress.received(installation)).as("received by the consumer").isEqualTo(publicEvents);
                    assertThat(tail.count()).as("read from the log").isEqualTo(events);
                });
        return Duration.between(from, Instant.now());
    }

    private static String judge(Installation installation, EventStore store, Conductor conductor, List<LogTail> tails)
            throws SQLException {
        Evidence evidence = new Evidence();
        History history = evidence.gather(installation, store);
        tails.forEach(tail -> tail.addTo(history));
        HistoryChecker.verify(history);
        assertThat(evidence.wrongFigures(installation.producerData())).as("figures that a recount contradicts").isEmpty();
        assertThat(Database.number(installation.consumerData(), "select count(*) from inbox_parked"))
                .as("records that wait for an operator").isZero();
        return "faults: " + conductor.kills() + " kills, " + conductor.done() + ", " + Progress.stored(installation)
                + " events, " + Progress.storedPublic(installation) + " public, " + history.summary()
                + within(ReadersProcess.LEASE.multipliedBy(2), "projection",
                        TakeOvers.ofProjections(installation.producerData(), conductor.outages()))
                + within(ReadersProcess.LEASE.multipliedBy(2), "relay",
                        TakeOvers.ofRelays(installation.producerData(), conductor.outages(), conductor.ofBroker()));
    }

    /** The median: one of them may have met a moment in which this machine had other things to do. */
    private static String within(Duration allowed, String who, List<Duration> takeOvers) {
        if (takeOvers.isEmpty()) {
            // in the short form chance may have left nobody to take over each time
            assertThat(Scenario.isLong()).as("no take-over by a " + who).isFalse();
            return ", no take-over by a " + who + " to measure";
        }
        Duration median = takeOvers.get(takeOvers.size() / 2);
        assertThat(median).as("take-over by a " + who).isLessThan(allowed);
        return ", " + takeOvers.size() + " take-overs by a " + who + ", median " + median.toMillis() + " ms, longest "
                + takeOvers.getLast().toMillis() + " ms";
    }
}
