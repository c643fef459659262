package io.serviceconcept.local.examples;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the parts of the platform tell one another: it arrives soon, but not at once. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {
    }

    /** Tries until the outcome will do or the time is over, and gives the last outcome either way. */
    static <T> T until(Predicate<T> willDo, Duration longest, Supplier<T> attempt) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            T outcome = attempt.get();
            if (willDo.test(outcome) || System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return outcome;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
