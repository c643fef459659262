package io.serviceconcept.eventsourcing.faults;

import java.util.ArrayList;
import java.util.List;

import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** Numbers that tell every event that was ever attempted from every other; one in 32 is a public one. */
final class Marks {

    private static final int THREADS = 64;
    private static final int COUNTED_BITS = 34;

    private Marks() {
    }

    /** The first mark of a writer's thread; each life of a writer has marks of its own. */
    static long first(int life, int thread) {
        return ((long) life * THREADS + thread) << COUNTED_BITS;
    }

    static MeterEvent event(long mark) {
        return mark % 32 == 0 ? new MeterEvent.Installed(Long.toString(mark)) : new MeterEvent.Read(mark);
    }

    static List<MeterEvent> events(long firstMark, int count) {
        List<MeterEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event(firstMark + i));
        }
        return events;
    }

    /** What the figures add up: small, so that no sum overflows. */
    static long value(MeterEvent event) {
        return switch (event) {
            case MeterEvent.Installed installed -> 1_000;
            case MeterEvent.Read read -> read.value() % 1_000;
        };
    }
}
