package io.serviceconcept.eventsourcing.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.StatePublishing;
import io.serviceconcept.eventsourcing.internal.CheckedSender;
import io.serviceconcept.eventsourcing.internal.KafkaSender;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;
import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.internal.StartupGuards;
import io.serviceconcept.eventsourcing.testing.Readings;

/** One instance of what moves along the log by itself: the shards of a projection and of the relay. */
final class ReadersProcess {

    static final Duration LEASE = Duration.ofSeconds(2);
    static final int RELAYS = 2;

    private ReadersProcess() {
    }

    public static void main(String[] arguments) {
        Lifeline.hold();
        AgroalDataSource dataSource = Database.open(Integer.parseInt(arguments[0]), Database.PRODUCER, 10);
        Signal signal = new Signal();
        MeterPublishing publishing = new MeterPublishing();
        EventStore store = new PostgresEventStore(dataSource, Readings.TYPES, publishing::publishes, List.of(), () -> false,
                signal);
        KafkaSender sender = new KafkaSender(arguments[1], Map.of());
        StartupGuards guards = new StartupGuards(dataSource, arguments[1], false);
        start(guards::checkSettings);
        start(() -> guards.checkRestored(
                List.of(new StartupGuards.Exchange(publishing.topic(), publishing.source(), "nobody")), "none"));
        Readers readers = new Readers(dataSource, store, signal, LEASE, Duration.ofMillis(20));
        start(() -> readers.project(new SeenProjection()));
        start(() -> readers.relay(publishing,
                new CheckedSender(sender, publishing, StatePublishing.NONE, arguments[1], dataSource), RELAYS));
        Lifeline.say("reading");
        Lifeline.park(Long.MAX_VALUE / 2_000_000);
    }

    /** A service whose database is away at its start is started again until it is there. */
    private static void start(Runnable step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (EventStoreUnavailable e) {
                Lifeline.say("the database is away: " + e.getMessage());
                Lifeline.park(200);
            }
        }
    }
}
