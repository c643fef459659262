package io.serviceconcept.benchmark;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param slice how long a contender works in one round
 * @param warming how long it works before the first round
 * @param serviceWarming the same for a service over HTTP, whose code has to be compiled first
 * @param settling how long the load of P10 lasts before it is measured: its code is compiled then, which takes a processor
 * @param probing how long one round of P10 takes
 * @param lightRate responses a second that are pushed meanwhile first
 * @param steadyRate and then
 * @param imported responses that are imported in a round of P13
 * @param importedUnderLoad the same while many push single ones
 * @param surveys over which P7 spreads answers over HTTP
 * @param rounds of every row but P1 and P2
 * @param appendRounds of P1 and P2
 * @param replayed events that are replayed (P5) and projected anew (P6)
 * @param fewStored events in the small store of P11
 * @param manyStored events in its large one
 * @param coldOperations of each kind after a restart, before anything is warm
 */
record Scale(String name, Duration slice, Duration warming, Duration serviceWarming, Duration settling, Duration probing,
        int lightRate,
        int steadyRate, int imported, int importedUnderLoad, int surveys, int rounds, int appendRounds, int replayed,
        int fewStored, int manyStored, int coldOperations) {

    static final Scale FULL = new Scale("full", Duration.ofSeconds(2), Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(12), 400, 2_400, 50_000, 1_000_000, 1_000, 5, 15,
            1_000_000, 100_000,
            10_000_000, 2_000);

    static final Scale QUICK = new Scale("quick", Duration.ofMillis(500), Duration.ofMillis(1_500),
            Duration.ofSeconds(8), Duration.ofSeconds(1), Duration.ofSeconds(3), 200, 1_000, 20_000, 50_000, 200, 5, 15,
            100_000, 100_000,
            1_000_000, 600);

    /** Measures nothing worth knowing: it shows that everything still runs. */
    static final Scale TINY = new Scale("tiny", Duration.ofMillis(20), Duration.ofMillis(10),
            Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(200), 20, 50, 500, 500, 2, 1, 1, 2_000, 1_000,
            2_000, 20);
}
