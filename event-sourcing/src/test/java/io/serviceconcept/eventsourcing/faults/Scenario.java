package io.serviceconcept.eventsourcing.faults;

import java.util.Random;

/**
 * How long and how hard: {@code -Dfaults=long} for the long form, {@code -Dfaults.seed} for the same faults again.
 *
 * @param kills at least this many processes are killed
 * @param events at least this many are stored
 * @param largestAppend events in one append at most
 * @param pace between two attempts of a thread, in milliseconds on average
 * @param sessionTimeout after which Kafka gives a dead consumer's partitions to another, in milliseconds
 * @param longestPause between two faults, in milliseconds
 */
record Scenario(String form, long seed, int kills, long events, int largestAppend, int pace, int sessionTimeout,
        int longestPause) {

    static Scenario chosen() {
        long seed = Long.getLong("faults.seed", new Random().nextLong(1_000_000));
        return "long".equals(System.getProperty("faults"))
                ? new Scenario("long", seed, Integer.getInteger("faults.kills", 50), 1_000_000, 60, 60, 10_000, 8_000)
                : new Scenario("short", seed, 9, 10_000, 12, 20, 6_000, 1_500);
    }
}
