package io.serviceconcept.eventsourcing;

import java.util.List;

/**
 * What became of a command.
 *
 * @param <S> the aggregate's state
 * @param <E> its events
 * @param <R> its rejections
 */
public sealed interface Handled<S, E, R> {

    /** The events are stored; none when the command changed nothing. {@code version} is the stream's last. */
    record Done<S, E, R>(S state, long version, List<E> events) implements Handled<S, E, R> {
    }

    /** A rule was broken: nothing is stored, and an idempotency key is not used up. */
    record Rejected<S, E, R>(R reason) implements Handled<S, E, R> {
    }

    /** The same request was handled before, also when it changed nothing; this is what it answered. Nothing is stored now. */
    record Repeated<S, E, R>(int status, String location) implements Handled<S, E, R> {
    }
}
