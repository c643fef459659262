package io.serviceconcept.eventsourcing;

import java.util.List;

/**
 * Changes to one or more streams of one organisation that are stored together or not at all.
 *
 * @param changes at most 1,000, each stream at most once
 */
public record Append(CommandContext context, List<Change> changes) {

    /**
     * @param expectedVersion the version of the stream's last event, 0 for a stream that must not exist yet
     * @param events at least one
     */
    public record Change(StreamId stream, long expectedVersion, List<?> events) {
        public Change {
            events = List.copyOf(events);
            if (events.isEmpty() || expectedVersion < 0) {
                throw new IllegalArgumentException("a change has events and an expected version of 0 or more");
            }
        }
    }

    public Append {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > 1_000) {
            throw new IllegalArgumentException("an append has 1-1,000 changes");
        }
        if (changes.stream().map(Change::stream).distinct().count() != changes.size()) {
            throw new IllegalArgumentException("a stream changes once in an append");
        }
        if (!changes.stream().allMatch(c -> c.stream().organisation().equals(context.organisation()))) {
            throw new IllegalArgumentException("an append stays within the organisation of its context");
        }
    }

    /**
     * An append to one stream: without an idempotency key and inline rows it costs one statement, and may share a transaction
     * with those of other callers.
     *
     * @param expectedVersion the version of the stream's last event, 0 for a stream that must not exist yet
     * @param events 1 or more, of registered types, each 4 MB of JSON at most
     * @throws IllegalArgumentException if there are no events, the version is negative, or the stream is of another
     *         organisation than the context
     */
    public static Append to(CommandContext context, StreamId stream, long expectedVersion, List<?> events) {
        return new Append(context, List.of(new Change(stream, expectedVersion, events)));
    }
}
