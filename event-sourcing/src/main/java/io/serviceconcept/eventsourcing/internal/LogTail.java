package io.serviceconcept.eventsourcing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import io.serviceconcept.eventsourcing.EventLog;
import io.serviceconcept.eventsourcing.LogPage;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Slots;

/**
 * The end of the log, kept in memory for the readers of a process that follow it: an event is fetched once, and not once by
 * each of them. What no open transaction can still precede never changes, so what was fetched stays true. Who asks is
 * answered from a look at the database that began after he asked, and misses nothing; looks keep a distance, so that one
 * serves many. Who is further behind than what is kept asks the database himself.
 */
final class LogTail implements EventLog {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final int MOST_ROWS = 1_000;
    private static final long MOST_BYTES = 8_000_000;

    private final PostgresEventStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<EventRow> rows = new ArrayList<>();
    /** The rows are all that follow on it, up to the last of them. */
    private Position after = Position.START;
    private long looked = System.nanoTime() - BETWEEN_LOOKS;

    LogTail(PostgresEventStore store) {
        this.store = store;
    }

    @Override
    public LogPage fetchAfter(Position position, Slots slots, int limit) {
        long asked = System.nanoTime();
        lock.lock();
        try {
            if (position.compareTo(after) >= 0) {
                if (looked - asked < 0) {
                    look(position, limit);
                }
                List<EventRow> page = rowsAfter(position, slots, limit);
                forgetOldest();
                return store.page(page);
            }
        } finally {
            lock.unlock();
        }
        return store.fetchAfter(position, slots, limit);
    }

    private void look(Position position, int limit) {
        LockSupport.parkNanos(looked + BETWEEN_LOOKS - System.nanoTime());
        long begun = System.nanoTime();
        if (position.compareTo(end()) > 0) {
            rows.clear();
            after = position;
        }
        rows.addAll(store.fetchAfter(end(), Slots.ALL, limit).rows());
        looked = begun;
    }

    private Position end() {
        return rows.isEmpty() ? after : rows.getLast().position();
    }

    private List<EventRow> rowsAfter(Position position, Slots slots, int limit) {
        int first = rows.size();
        while (first > 0 && rows.get(first - 1).position().compareTo(position) > 0) {
            first--;
        }
        return rows.subList(first, rows.size()).stream().filter(row -> slots.hold(row.slot())).limit(limit).toList();
    }

    private void forgetOldest() {
        int first = rows.size();
        long bytes = 0;
        while (first > 0 && rows.size() - first < MOST_ROWS && bytes <= MOST_BYTES) {
            first--;
            bytes += rows.get(first).bytes();
        }
        if (first > 0) {
            after = rows.get(first - 1).position();
            rows.subList(0, first).clear();
        }
    }
}
