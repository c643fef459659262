package io.serviceconcept.history;

import org.jspecify.annotations.Nullable;

/**
 * Events in words.
 *
 * @param <E> the events of an aggregate
 */
public interface EventWording<E> {

    /** What happened. It is asked of all events of a stream, in their order. */
    String tell(E event);

    /** The reason that the event itself says, if it says one. */
    @Nullable
    String reason(E event);
}
