package io.serviceconcept.eventsourcing.internal;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of events: UUIDs of version 7 (RFC 9562), time and 74 random bits. They are no secret, so nobody waits for one. */
final class EventIds {

    private EventIds() {
    }

    static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << 16 | 0x7000L | random.nextLong() & 0x0FFFL;
        long rest = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(time, rest);
    }
}
