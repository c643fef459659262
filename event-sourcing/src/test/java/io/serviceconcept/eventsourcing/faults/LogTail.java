package io.serviceconcept.eventsourcing.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History;
import io.serviceconcept.eventsourcing.testing.History.Reader;
import io.serviceconcept.eventsourcing.testing.History.Seen;

/** A reader that polls the log from the first event on and remembers all it saw. */
final class LogTail implements Runnable, AutoCloseable {

    private final Reader reader;
    private final EventStore store;
    private final Slots slots;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<StreamId, StreamId> streams = new HashMap<>();
    private final AtomicLong publicEvents = new AtomicLong();
    private final AtomicLong count = new AtomicLong();
    private volatile Position position = Position.START;
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;
    private final Thread thread;

    LogTail(String name, EventStore store, Slots slots) {
        this.reader = Reader.ofLog(name, slots);
        this.store = store;
        this.slots = slots;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this);
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                List<RecordedEvent> events = store.readAfter(position, slots, 2_000);
                events.forEach(this::remember);
                if (events.isEmpty()) {
                    Lifeline.park(30);
                }
            } catch (EventStoreUnavailable e) {
                Lifeline.park(100);
            } catch (RuntimeException e) {
                failure = e;
                return;
            }
        }
    }

    private void remember(RecordedEvent event) {
        StreamId stream = streams.computeIfAbsent(event.stream(), s -> s);
        seen.add(new Seen(stream, event.version(), event.id()));
        if (event.publicSequence() != null) {
            publicEvents.incrementAndGet();
        }
        position = event.position();
        count.incrementAndGet();
    }

    Position position() {
        Throwable broken = failure;
        if (broken != null) {
            throw new IllegalStateException(reader.name() + " cannot read", broken);
        }
        return position;
    }

    long count() {
        position();
        return count.get();
    }

    long publicEvents() {
        return publicEvents.get();
    }

    void addTo(History history) {
        history.reader(reader);
        seen.forEach(event -> history.seen(reader, event));
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
