package io.serviceconcept.eventsourcing.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History.Stored;
import io.serviceconcept.eventsourcing.testing.Violation.Kind;

/** What is stored in the end, found by id, by content and by stream. */
final class StoredEvents {

    private final List<Stored> all;
    private final Map<UUID, Stored> byId = new HashMap<>();
    private final Map<Object, Stored> byEvent = new HashMap<>();
    private final Map<StreamId, List<Stored>> byStream = new HashMap<>();

    StoredEvents(List<Stored> all) {
        this.all = all;
        all.forEach(e -> byStream.computeIfAbsent(e.stream(), s -> new ArrayList<>()).add(e));
        byStream.values().forEach(events -> events.sort(Comparator.comparingLong(Stored::version)));
    }

    /** Judges what is stored by itself. */
    void check(List<Violation> violations) {
        for (Stored event : all) {
            Stored sameId = byId.putIfAbsent(event.id(), event);
            if (sameId != null) {
                violations.add(new Violation(Kind.DOUBLED, "one id is stored twice: " + sameId + " and " + event));
            }
            Stored sameContent = byEvent.putIfAbsent(event.event(), event);
            if (sameContent != null) {
                violations.add(new Violation(Kind.DOUBLED, "one event is stored twice: " + sameContent + " and " + event));
            }
        }
        byStream.values().forEach(events -> checkStream(events, violations));
    }

    private static void checkStream(List<Stored> events, List<Violation> violations) {
        Stored before = null;
        long sequence = 0;
        for (Stored event : events) {
            long expected = before == null ? 1 : before.version() + 1;
            if (event.version() != expected) {
                violations.add(new Violation(event.version() < expected ? Kind.DOUBLED : Kind.GAP,
                        "version " + expected + " should follow, not " + event + (before == null ? "" : " after " + before)));
            }
            if (before != null && event.position().compareTo(before.position()) <= 0) {
                violations.add(new Violation(Kind.REORDERED, event + " lies in the log before " + before));
            }
            Long publicSequence = event.publicSequence();
            if (publicSequence != null) {
                if (publicSequence != sequence + 1) {
                    violations.add(new Violation(publicSequence > sequence ? Kind.GAP : Kind.DOUBLED,
                            "public sequence " + (sequence + 1) + " should follow, not " + event));
                }
                sequence = publicSequence;
            }
            before = event;
        }
    }

    @Nullable
    Stored withId(UUID id) {
        return byId.get(id);
    }

    @Nullable
    Stored withContent(Object event) {
        return byEvent.get(event);
    }

    Collection<Stored> all() {
        return all;
    }
}
