package io.serviceconcept.eventsourcing;

import java.util.List;
import java.util.function.Predicate;

/**
 * Events of the log in order of position, as they came from the database. They are made objects of when they are asked for,
 * so that the next page can be fetched meanwhile.
 */
public interface LogPage {

    /** How many events it has, 0 at the end of the log; less than was asked for when there is no more now. */
    int size();

    /**
     * The position of its last event, from which the next page follows.
     *
     * @throws java.util.NoSuchElementException if the page is empty
     */
    Position last();

    /**
     * Takes the time of making objects, each time it is called.
     *
     * @throws EventStoreUnavailable if keys of personal values have to be read, and the database cannot be reached
     * @throws IllegalArgumentException if an event is not of its type's shape
     */
    List<RecordedEvent> events();

    /**
     * The events of some records, in their order; no time is taken for the others.
     *
     * @throws EventStoreUnavailable as {@link #events()}
     * @throws IllegalArgumentException if one of these events is not of its type's shape, or any is of no known type
     */
    List<RecordedEvent> events(Predicate<Class<?>> types);

    /**
     * The events that leave the service, in their order; no time is taken for the others.
     *
     * @throws EventStoreUnavailable as {@link #events()}
     * @throws IllegalArgumentException if one of these events is not of its type's shape
     */
    List<RecordedEvent> publicEvents();

    /** A page of objects made already. */
    static LogPage of(List<RecordedEvent> events) {
        return new LogPage() {

            @Override
            public int size() {
                return events.size();
            }

            @Override
            public Position last() {
                return events.getLast().position();
            }

            @Override
            public List<RecordedEvent> events() {
                return events;
            }

            @Override
            public List<RecordedEvent> events(Predicate<Class<?>> types) {
                return events.stream().filter(recorded -> types.test(recorded.event().getClass())).toList();
            }

            @Override
            public List<RecordedEvent> publicEvents() {
                return events.stream().filter(recorded -> recorded.publicSequence() != null).toList();
            }
        };
    }
}
