package io.serviceconcept.eventsourcing;

/**
 * The rules of one aggregate, pure: no clock, no randomness, no input or output. Time and new ids arrive on the command.
 *
 * @param <C> the aggregate's commands
 * @param <S> its state, as far as decisions need it
 * @param <E> its events
 * @param <R> its rejections
 */
public interface Decider<C, S, E, R> {

    /** The state of an aggregate of which nothing is known yet. */
    S initial();

    /**
     * What follows from a command on a state: events, none when it changes nothing, or the reason why it is refused. The same
     * for the same command and state, since it is asked again on a newer state when another writer came first. It throws
     * nothing for a broken rule: that is a rejection. What it does throw goes to the caller, and nothing is stored.
     */
    Decision<E, R> decide(C command, S state);

    /**
     * The state after an event.
     *
     * @throws IllegalStateException if the event cannot follow on the state: the stream is damaged
     */
    S evolve(S state, E event);
}
