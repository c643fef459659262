package io.serviceconcept.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until results speak of every response. */
final class Counted {

    private static final long LONGEST_SECONDS = 900;
    private static final long PAUSE_MILLISECONDS = 50;

    private Counted() {
    }

    static void await(Api api, Survey survey, long posted) throws Exception {
        await(api, List.of(survey), posted);
    }

    /** @param surveys of different indicators */
    static void await(Api api, List<Survey> surveys, long posted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        long counted = -1;
        while (counted != posted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(counted + " of " + posted + " responses were counted");
            }
            if (counted >= 0) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            }
            counted = 0;
            for (Survey survey : surveys) {
                counted += survey.counted(api);
            }
        }
    }
}
