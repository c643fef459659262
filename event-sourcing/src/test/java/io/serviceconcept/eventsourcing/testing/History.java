package io.serviceconcept.eventsourcing.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * What happened to one log: what clients attempted and were answered, what readers saw one after another, and what is
 * stored in the end. A {@link HistoryChecker} judges it.
 * <p>
 * A client does not know the ids of events whose answer was lost, so events are told apart by their content: every event
 * that is attempted must differ from every other. About 300 bytes are kept for an event, and 100 for each reader of it.
 */
public final class History {

    /** What a client knows about an attempt. */
    public enum Outcome {
        /** It was told that everything is stored. */
        ACKNOWLEDGED,
        /** The answer was lost: all of it is stored, or nothing. */
        UNKNOWN,
        /** It was told that nothing is stored. */
        REFUSED
    }

    /** What a reader counts by. */
    public enum Numbering {
        VERSION,
        PUBLIC_SEQUENCE
    }

    /**
     * An event that a client wanted to store.
     *
     * @param event its content, unlike that of any other
     * @param version null when the client was not told
     * @param id null when the client was not told
     */
    public record Wanted(StreamId stream, Object event, @Nullable Long version, @Nullable UUID id) {
        public Wanted(StreamId stream, Object event) {
            this(stream, event, null, null);
        }
    }

    /**
     * Events that are stored together or not at all. A request that was sent again with the same idempotency key is one
     * attempt; the last answer counts.
     *
     * @param name for people
     */
    public record Attempt(String name, Outcome outcome, List<Wanted> events) {
        public Attempt {
            events = List.copyOf(events);
        }
    }

    /** An event as it is stored in the end. */
    public record Stored(StreamId stream, long version, Position position, @Nullable Long publicSequence, UUID id,
            Object event) {
        public static Stored of(RecordedEvent recorded) {
            return new Stored(recorded.stream(), recorded.version(), recorded.position(), recorded.publicSequence(),
                    recorded.id(), recorded.event());
        }

        @Nullable
        Long number(Numbering numbering) {
            return numbering == Numbering.VERSION ? Long.valueOf(version) : publicSequence;
        }
    }

    /**
     * Something that reads to the end and to which each event has effect once.
     *
     * @param slots the streams it takes
     * @param inLogOrder whether it sees events of all its streams in order of position, not only those of each stream
     */
    public record Reader(String name, Numbering numbering, Slots slots, boolean inLogOrder) {

        /** One that follows {@link io.serviceconcept.eventsourcing.EventStore#readAfter}. */
        public static Reader ofLog(String name, Slots slots) {
            return new Reader(name, Numbering.VERSION, slots, true);
        }

        /** One behind an inbox: it sees public events, those of each stream in order. */
        public static Reader ofPublicEvents(String name) {
            return new Reader(name, Numbering.PUBLIC_SEQUENCE, Slots.ALL, false);
        }
    }

    /** @param number its version or its public sequence, as its reader counts */
    public record Seen(StreamId stream, long number, UUID id) {
    }

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();
    private final Map<Reader, List<Seen>> seen = new LinkedHashMap<>();

    public History attempted(Attempt attempt) {
        attempts.add(attempt);
        return this;
    }

    public History stored(Stored event) {
        stored.add(event);
        return this;
    }

    /** Also a reader that saw nothing must be made known. */
    public History reader(Reader reader) {
        seen.computeIfAbsent(reader, r -> new ArrayList<>());
        return this;
    }

    public History seen(Reader reader, Seen event) {
        seen.computeIfAbsent(reader, r -> new ArrayList<>()).add(event);
        return this;
    }

    /** In one line how much there is to judge. */
    public String summary() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        attempts.forEach(attempt -> outcomes.merge(attempt.outcome(), 1, Integer::sum));
        return "attempts " + outcomes + ", " + seen.values().stream().mapToLong(List::size).sum() + " observations by "
                + seen.size() + " readers";
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<Stored> stored() {
        return stored;
    }

    Map<Reader, List<Seen>> seen() {
        return seen;
    }
}
