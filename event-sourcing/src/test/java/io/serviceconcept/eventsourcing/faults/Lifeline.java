package io.serviceconcept.eventsourcing.faults;

import java.io.IOException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A process of this suite never outlives the test: it ends when its input does. */
final class Lifeline {

    private static final Logger NETWORK = Logger.getLogger("org.apache.kafka.clients.NetworkClient");

    private Lifeline() {
    }

    /** Ends this process, without any tidying up, as soon as the test that started it is gone. */
    static void hold() {
        logToConsole();
        Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            listen(command -> {
            });
            Runtime.getRuntime().halt(0);
        });
    }

    /** Without this the log waits for a Quarkus to say where it goes. */
    static void logToConsole() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleHandler());
        root.setLevel(Level.WARNING);
        // it says every second that a broker that was killed cannot be reached
        NETWORK.setLevel(Level.SEVERE);
    }

    /** Returns when the input ends. */
    static void listen(IntConsumer command) {
        try {
            for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                command.accept(read);
            }
        } catch (IOException e) {
            System.err.println("the input broke: " + e);
        }
    }

    static void say(String line) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
        System.out.flush();
    }

    static void park(long milliseconds) {
        long until = System.nanoTime() + milliseconds * 1_000_000;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
