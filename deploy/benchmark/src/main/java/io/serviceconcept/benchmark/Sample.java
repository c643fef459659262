package io.serviceconcept.benchmark;

import org.HdrHistogram.Histogram;

/**
 * What one contender did in one round.
 *
 * @param events written or read
 * @param nanoseconds from the first begin to the last end
 * @param latencies of single operations, in nanoseconds; empty when the round is one operation
 */
record Sample(long events, long nanoseconds, Histogram latencies) {

    private static final long LONGEST_NANOSECONDS = 60_000_000_000L;
    private static final int DIGITS = 3;

    static Histogram histogram() {
        return new Histogram(LONGEST_NANOSECONDS, DIGITS);
    }

    static Sample ofOneOperation(long events, long nanoseconds) {
        return new Sample(events, nanoseconds, histogram());
    }

    double perSecond() {
        return events * 1e9 / nanoseconds;
    }

    double p99() {
        return latencies.getValueAtPercentile(99);
    }
}
