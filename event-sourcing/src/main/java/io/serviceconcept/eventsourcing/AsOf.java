package io.serviceconcept.eventsourcing;

import java.time.Instant;

/** Up to where a stream is read: as it was then. */
public sealed interface AsOf {

    /** Up to this version, included; 0 for before its first event. */
    record Version(long version) implements AsOf {
    }

    /** Up to what was recorded at this moment, included. Within a stream the time recorded never runs backwards. */
    record Time(Instant time) implements AsOf {
    }

    /** As it is now. */
    static AsOf now() {
        return new Version(Long.MAX_VALUE);
    }
}
