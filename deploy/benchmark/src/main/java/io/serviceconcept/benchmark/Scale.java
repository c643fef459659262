package io.serviceconcept.benchmark;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param slice how long a contender works in one round
 * @param warming how long it works before the first round
 * @param rounds of every row but P1 and P2
 * @param appendRounds of P1 and P2
 * @param replayed events that are replayed (P5) and projected anew (P6)
 * @param fewStored events in the small store of P11
 * @param manyStored events in its large one
 * @param coldOperations of each kind after a restart, before anything is warm
 */
record Scale(String name, Duration slice, Duration warming, int rounds, int appendRounds, int replayed, int fewStored,
        int manyStored, int coldOperations) {

    static final Scale FULL = new Scale("full", Duration.ofSeconds(2), Duration.ofSeconds(5), 5, 15, 1_000_000, 100_000,
            10_000_000, 2_000);

    static final Scale QUICK = new Scale("quick", Duration.ofMillis(500), Duration.ofMillis(1_500), 5, 15, 100_000, 100_000,
            1_000_000, 600);

    /** Measures nothing worth knowing: it shows that everything still runs. */
    static final Scale TINY = new Scale("tiny", Duration.ofMillis(20), Duration.ofMillis(10), 1, 1, 2_000, 1_000, 2_000, 20);
}
