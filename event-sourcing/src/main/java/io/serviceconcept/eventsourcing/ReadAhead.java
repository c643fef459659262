package io.serviceconcept.eventsourcing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * Reads the log page by page. While one page is made objects of and worked on, the next is fetched, as long as pages are
 * full: a reader that is behind keeps the database and itself busy at the same time. For one thread; takes a connection more
 * while it fetches.
 */
public final class ReadAhead {

    /** Fetches under way at the same time in this process: they take connections that others may want more. */
    private static final Semaphore FETCHES = new Semaphore(2);

    private final EventLog log;
    private final Slots slots;
    private @Nullable Fetched next;

    private record Fetched(Position after, int limit, CompletableFuture<LogPage> page) {
    }

    /**
     * Reads nothing yet.
     *
     * @param slots of which streams; an event of another is passed over by the database
     */
    public ReadAhead(EventLog log, Slots slots) {
        this.log = log;
        this.slots = slots;
    }

    /**
     * As {@link EventLog#readAfter}.
     *
     * @throws EventStoreUnavailable if the database cannot be reached
     */
    public List<RecordedEvent> readAfter(Position position, int limit) {
        return pageAfter(position, limit).events();
    }

    /**
     * As {@link EventLog#fetchAfter}.
     *
     * @throws EventStoreUnavailable if the database cannot be reached
     */
    public LogPage pageAfter(Position position, int limit) {
        LogPage page = fetched(position, limit);
        if (page.size() == limit && FETCHES.tryAcquire()) {
            Position last = page.last();
            CompletableFuture<LogPage> fetching = new CompletableFuture<>();
            Thread.startVirtualThread(() -> fetch(fetching, last, limit));
            next = new Fetched(last, limit, fetching);
        }
        return page;
    }

    /** Lets go of what was fetched: whoever begins anew must not read what was there before. */
    public void forget() {
        next = null;
    }

    private LogPage fetched(Position position, int limit) {
        Fetched fetched = next;
        next = null;
        if (fetched == null || !fetched.after().equals(position) || fetched.limit() != limit) {
            return log.fetchAfter(position, slots, limit);
        }
        try {
            return fetched.page().join();
        } catch (CompletionException e) {
            // asked again, it fails with a trace of its own
            return log.fetchAfter(position, slots, limit);
        }
    }

    private void fetch(CompletableFuture<LogPage> page, Position after, int limit) {
        try {
            page.complete(log.fetchAfter(after, slots, limit));
        } catch (Throwable e) {
            // an Error too: whoever joins must not wait for ever
            page.completeExceptionally(e);
        } finally {
            FETCHES.release();
        }
    }
}
