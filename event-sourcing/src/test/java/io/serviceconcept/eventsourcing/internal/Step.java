package io.serviceconcept.eventsourcing.internal;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A step of a random program: what writers, readers and foreign transactions do one after another. */
sealed interface Step {

    /** How many streams, foreign transactions and readers a program has. */
    int STREAMS = 4;
    int FOREIGN = 2;
    int READERS = 3;

    /**
     * An append to one or more streams.
     *
     * @param off how far the expected version is off the one that was just read; 0 when right
     * @param held whether its transaction stays open, with everything inserted, until {@link Release}
     */
    record Append(List<Integer> streams, int events, int off, boolean held) implements Step {
    }

    /** Lets all appends that are held commit. */
    record Release() implements Step {
    }

    /** Creates streams, of which some may exist and some may occur twice. */
    record Create(List<Integer> streams) implements Step {
    }

    /** A foreign transaction begins and takes a transaction id. */
    record Begin(int foreign) implements Step {
    }

    /** A savepoint within it, and a write that takes an id of a subtransaction. */
    record Savepoint(int foreign, boolean rolledBack) implements Step {
    }

    record End(int foreign, boolean commit) implements Step {
    }

    /** Two appends and a creation by somebody who has a transaction of his own open: all are refused. */
    record AppendInside(int stream) implements Step {
    }

    record Read(int reader, int limit) implements Step {
    }

    static Arbitrary<List<Step>> programs() {
        Arbitrary<List<Integer>> streams = Arbitraries.integers().between(0, STREAMS - 1).list().ofMinSize(1).ofMaxSize(3)
                .uniqueElements();
        Arbitrary<List<Integer>> creations = Arbitraries.integers().between(0, STREAMS * 2).list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<Integer> foreign = Arbitraries.integers().between(0, FOREIGN - 1);
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Step> append = Combinators
                .combine(streams, Arbitraries.integers().between(1, 3),
                        Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1), Tuple.of(1, -1)),
                        Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
                .as(Append::new);
        Arbitrary<Step> read = Combinators.combine(Arbitraries.integers().between(0, READERS - 1),
                Arbitraries.integers().between(1, 6)).as(Read::new);
        return Arbitraries.frequencyOf(
                Tuple.of(10, append),
                Tuple.of(8, read),
                Tuple.of(2, creations.map(Create::new)),
                Tuple.of(2, Arbitraries.create(Release::new)),
                Tuple.of(3, foreign.map(Begin::new)),
                Tuple.of(2, Combinators.combine(foreign, either).as(Savepoint::new)),
                Tuple.of(3, Combinators.combine(foreign, either).as(End::new)),
                Tuple.of(1, Arbitraries.integers().between(0, STREAMS - 1).map(AppendInside::new)))
                .list().ofMinSize(5).ofMaxSize(35);
    }
}
