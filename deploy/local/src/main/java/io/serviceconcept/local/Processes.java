package io.serviceconcept.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes that need not be children of this one. */
final class Processes {

    private static final long POLL_MILLISECONDS = 100;

    private Processes() {
    }

    /** Whether it still does something: one that has ended and that nobody has buried counts as alive, but has no command. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Waits until it has ended; false when it still runs after the given time. */
    static boolean awaitEnd(ProcessHandle process, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                process.onExit().get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }
}
