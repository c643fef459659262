package io.serviceconcept.eventsourcing.faults;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Lets the writer pause while the readers are far behind, so that how long they catch up depends on the faults alone. */
final class BackPressure implements Runnable, AutoCloseable {

    private static final long EVENTS_BEHIND = 20_000;
    private static final long PUBLIC_EVENTS_BEHIND = 1_000;

    private final Installation installation;
    private final LogTail tail;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable RuntimeException failure;

    BackPressure(Installation installation, LogTail tail) {
        this.installation = installation;
        this.tail = tail;
        this.thread = Thread.ofPlatform().daemon().name("back-pressure").start(this);
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                // while the database is away nobody writes either
                boolean far = tail.count() - Progress.projected(installation) > EVENTS_BEHIND
                        || tail.publicEvents() - Progress.received(installation) > PUBLIC_EVENTS_BEHIND;
                installation.writer().say(far ? 'p' : 'g');
            } catch (SQLException e) {
                failure = new IllegalStateException(e);
                return;
            } catch (RuntimeException e) {
                failure = e;
                return;
            }
            Lifeline.park(500);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
    }
}
