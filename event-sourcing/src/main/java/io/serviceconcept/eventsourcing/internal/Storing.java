package io.serviceconcept.eventsourcing.internal;

import io.serviceconcept.eventsourcing.AppendOutcome;

/** What became of one append of those that were stored together. */
sealed interface Storing {

    /** All its events are committed. */
    record Done() implements Storing {
    }

    /** A stream is at another version than expected. */
    record Stale() implements Storing {
    }

    /** Its idempotency key answers for it: repeated, used for another request, or in flight. */
    record Answered(AppendOutcome outcome) implements Storing {
    }

    /** It cannot be stored, and this is why; the others can. */
    record Failed(RuntimeException reason) implements Storing {
    }
}
