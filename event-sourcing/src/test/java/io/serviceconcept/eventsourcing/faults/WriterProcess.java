package io.serviceconcept.eventsourcing.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.GroupCommit;
import io.serviceconcept.eventsourcing.internal.PostgresEventStore;
import io.serviceconcept.eventsourcing.testing.Readings;

/** A service under load: its threads append to the same streams until the input ends; {@code p} pauses, {@code g} goes on. */
final class WriterProcess {

    static final int THREADS = 6;

    private WriterProcess() {
    }

    static Path attempts(Path folder, int thread) {
        return folder.resolve("attempts-" + thread + ".log");
    }

    /**
     * Arguments: the database's port, the folder of the logs, which life of the writer this is, the largest append, the pace.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Lifeline.logToConsole();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        });
        AgroalDataSource dataSource = Database.open(Integer.parseInt(arguments[0]), Database.PRODUCER, THREADS);
        EventStore store = new GroupCommit(new PostgresEventStore(dataSource, Readings.TYPES,
                new MeterPublishing()::publishes, List.of(), () -> false, new Signal()), 2);
        Path folder = Path.of(arguments[1]);
        int life = Integer.parseInt(arguments[2]);
        Gate gate = new Gate();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Writer writer = new Writer(store, attempts(folder, i), life, i, Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4]), gate);
            threads.add(Thread.ofPlatform().name("writer-" + i).start(writer));
        }
        Lifeline.say("writing");
        Lifeline.listen(gate::command);
        gate.end();
        for (Thread thread : threads) {
            thread.join();
        }
        Lifeline.say("written");
        Runtime.getRuntime().halt(0);
    }
}
