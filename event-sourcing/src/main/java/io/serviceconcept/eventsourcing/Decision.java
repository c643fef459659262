package io.serviceconcept.eventsourcing;

import java.util.List;

/**
 * What a {@link Decider} answers to a command: the events that follow from it, or the reason why it is refused.
 *
 * @param <E> the aggregate's events
 * @param <R> the aggregate's rejections
 */
public sealed interface Decision<E, R> {

    /** The command is accepted; no events means that it changes nothing. */
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and nothing happens. */
    record Rejected<E, R>(R reason) implements Decision<E, R> {
    }

    /** The events follow, in this order; {@link Decider#evolve} must be able to follow each. */
    @SafeVarargs
    static <E, R> Decision<E, R> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** As {@link #accepted(Object[])}, for as many as there are; the list is copied. */
    static <E, R> Decision<E, R> accepted(List<E> events) {
        return new Accepted<>(events);
    }

    /** Nothing is stored. The reason says what a caller needs to know, and an idempotency key is not used up. */
    static <E, R> Decision<E, R> rejected(R reason) {
        return new Rejected<>(reason);
    }
}
