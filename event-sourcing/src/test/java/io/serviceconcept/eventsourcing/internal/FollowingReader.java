package io.serviceconcept.eventsourcing.internal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.testing.History;
import io.serviceconcept.eventsourcing.testing.History.Reader;
import io.serviceconcept.eventsourcing.testing.History.Seen;

/** Follows the log from a position on, and remembers what it saw of one organisation. */
final class FollowingReader {

    private final Reader reader;
    private final EventStore store;
    private final String organisation;
    private final Slots slots;
    private Position position;
    private int count;

    FollowingReader(String name, EventStore store, String organisation, Slots slots, Position origin) {
        this.reader = Reader.ofLog(name, slots);
        this.store = store;
        this.organisation = organisation;
        this.slots = slots;
        this.position = origin;
    }

    List<RecordedEvent> read(int limit, History history) {
        List<RecordedEvent> page = store.readAfter(position, slots, limit);
        if (!page.isEmpty()) {
            position = page.getLast().position();
        }
        List<RecordedEvent> ours = page.stream().filter(e -> e.stream().organisation().equals(organisation)).toList();
        history.reader(reader);
        ours.forEach(event -> history.seen(reader, new Seen(event.stream(), event.version(), event.id())));
        count += ours.size();
        return ours;
    }

    /** Waits for transactions of the server's own, which end soon. */
    void readToTheEnd(List<RecordedEvent> stored, History history) {
        long expected = stored.stream().map(e -> e.stream().slot()).filter(s -> s >= slots.first() && s <= slots.last())
                .count();
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20)).until(() -> {
            while (!read(100, history).isEmpty()) {
                Thread.onSpinWait();
            }
            return count >= expected;
        });
    }

    Position position() {
        return position;
    }
}
