package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How a loop goes on when its work fails: after each failure in a row it waits longer, up to {@value #LONGEST_MILLIS} ms, and
 * the same failure is said in the log once a minute. What cannot be done at all is neither done over and over nor fills a log.
 */
final class Setbacks {

    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 5_000;
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private int inARow;
    /** When the log was told of each, on the clock of {@link System#nanoTime}. */
    private final Map<String, Long> said = new HashMap<>();

    /** Something failed once more. */
    void add() {
        inARow++;
    }

    /** The work went well. */
    void over() {
        inARow = 0;
    }

    int inARow() {
        return inARow;
    }

    /** How long to wait after the failures there were in a row. */
    Duration pause() {
        // 200 ms doubled five times is more than the longest
        return Duration.ofMillis(Math.min((long) SHORTEST_MILLIS << Math.min(Math.max(inARow - 1, 0), 5), LONGEST_MILLIS));
    }

    /** Whether the log has not been told this for a while: another failure, or the same one a minute later. */
    boolean isNews(Throwable failure) {
        long now = System.nanoTime();
        said.values().removeIf(then -> now - then > SILENCE.toNanos());
        return said.putIfAbsent(failure.toString(), now) == null;
    }
}
