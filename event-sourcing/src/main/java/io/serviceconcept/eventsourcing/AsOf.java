package io.serviceconcept.eventsourcing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Up to where a stream is read: as it was then. */
public sealed interface AsOf {

    /** No database knows years after the last of four digits. */
    Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /** Up to this version, included; 0 for before its first event. */
    record Version(long version) implements AsOf {
    }

    /** Up to what was recorded at this moment, included. Within a stream the time recorded never runs backwards. */
    record Time(Instant time) implements AsOf {

        public Time {
            time = known(time);
        }
    }

    /** As it is now. */
    static AsOf now() {
        return new Version(Long.MAX_VALUE);
    }

    /** @param moment null for now */
    static AsOf of(@Nullable Instant moment) {
        return moment == null ? now() : new Time(moment);
    }

    /** The same moment, or the nearest that a database knows: nothing was recorded before or after those. */
    static Instant known(Instant moment) {
        return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.isAfter(FAR) ? FAR : moment;
    }
}
