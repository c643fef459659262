package io.serviceconcept.eventsourcing;

import java.util.List;
import java.util.UUID;

/** What became of an {@link Append}. Only {@link Appended} has stored anything. */
public sealed interface AppendOutcome {

    /** Stored and committed; the events are in the order of the append's streams, and within them of version. */
    record Appended(List<Stored> events) implements AppendOutcome {
    }

    /** An event that is stored now. */
    record Stored(UUID id, StreamId stream, long version) {
    }

    /** A stream is at another version than expected. */
    record Conflict(StreamId stream, long actualVersion) implements AppendOutcome {
    }

    /** The same request was stored before. */
    record Repeated(int status, String location) implements AppendOutcome {
    }

    /** The idempotency key was used for another request. */
    record KeyReused() implements AppendOutcome {
    }

    /** A request with the same idempotency key is being stored right now. */
    record InFlight() implements AppendOutcome {
    }
}
