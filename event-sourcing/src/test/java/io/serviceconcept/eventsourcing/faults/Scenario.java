package io.serviceconcept.eventsourcing.faults;

import java.util.Random;

/**
 * How long and how hard: {@code -Dfaults=long} for the long form, {@code -Dfaults.seed} for the same faults again. On a
 * slow machine {@code -Dfaults.kills}, {@code -Dfaults.events} and {@code -Dfaults.between} make the long form shorter.
 *
 * @param kills at least this many processes are killed
 * @param events at least this many are stored
 * @param largestAppend events in one append at most
 * @param pace between two attempts of a thread, in milliseconds on average
 * @param sessionTimeout after which Kafka gives a dead consumer's partitions to another, in milliseconds
 * @param eventsBetween stored between two faults, most of the time: each meets processes that work
 * @param longestPause besides, in milliseconds
 */
record Scenario(String form, long seed, int kills, long events, int largestAppend, int pace, int sessionTimeout,
        int eventsBetween, int longestPause) {

    static Scenario chosen() {
        long seed = Long.getLong("faults.seed", new Random().nextLong(1_000_000));
        return isLong()
                ? new Scenario("long", seed, Integer.getInteger("faults.kills", 50),
                        Long.getLong("faults.events", 1_000_000), 60, 40, 10_000,
                        Integer.getInteger("faults.between", 15_000), 2_000)
                : new Scenario("short", seed, 9, 10_000, 12, 20, 6_000, 1_000, 1_000);
    }

    static boolean isLong() {
        return "long".equals(System.getProperty("faults"));
    }
}
