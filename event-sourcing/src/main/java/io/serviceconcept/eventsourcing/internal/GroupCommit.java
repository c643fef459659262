package io.serviceconcept.eventsourcing.internal;

import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventLog;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.LogPage;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * Stores in one transaction what many callers append at the same time; each is answered after the commit. Nobody is made
 * to wait for company: a writer that is free takes what there is, and while it commits, more comes together.
 * <p>
 * An append with an idempotency key or to several streams goes alone. What cannot be stored fails alone; when the
 * database fails, the outcome of all that were stored together is unknown.
 */
public final class GroupCommit implements EventStore, AutoCloseable {

    /** Events in one transaction: it stays far below the longest one allowed. */
    private static final int LARGEST = 1_000;
    /** Events that may wait: some seconds of work. Beyond it a caller is told at once to come back. */
    private static final int MOST_WAITING = 50_000;

    private final PostgresEventStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition waiting = lock.newCondition();
    private final Deque<Request> requests = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private int waitingEvents;
    private boolean closed;

    /** What one caller waits for. */
    private record Request(List<Prepared> appends, Set<StreamId> streams, CompletableFuture<List<Storing>> stored) {

        static Request of(List<Prepared> appends) {
            Set<StreamId> streams = new HashSet<>();
            appends.forEach(append -> append.streams().forEach(changed -> streams.add(changed.id())));
            return new Request(appends, streams, new CompletableFuture<>());
        }

        int size() {
            return appends.stream().mapToInt(Prepared::size).sum();
        }
    }

    /** @param writers how many transactions are under way at the same time, 1 or more; each has a connection then */
    public GroupCommit(PostgresEventStore store, int writers) {
        this.store = store;
        for (int i = 1; i <= writers; i++) {
            threads.add(Thread.ofPlatform().daemon().name("group-commit-" + i).start(this::write));
        }
    }

    @Override
    public AppendOutcome append(Append append) {
        if (append.context().idempotency() != null || append.changes().size() > 1) {
            return store.append(append);
        }
        Prepared prepared = store.prepare(append);
        return store.outcome(prepared, store(List.of(prepared)).getFirst());
    }

    @Override
    public List<Boolean> create(CommandContext context, List<Creation> creations) {
        return PostgresEventStore.created(creations, store(store.prepare(context, creations)));
    }

    private List<Storing> store(List<Prepared> appends) {
        Request request = Request.of(appends);
        if (!isTakenOn(request)) {
            return store.storeAll(appends);
        }
        try {
            return request.stored().join();
        } catch (CompletionException e) {
            // thrown anew: the trace of the caller tells more than the writer's
            throw e.getCause() instanceof EventStoreUnavailable unavailable
                    ? new EventStoreUnavailable(unavailable.getCause())
                    : new IllegalStateException(e.getCause());
        }
    }

    /** @return false after the end */
    private boolean isTakenOn(Request request) {
        lock.lock();
        try {
            if (waitingEvents > MOST_WAITING) {
                throw new EventStoreUnavailable(new SQLTransientException("too many appends are waiting to be stored"));
            }
            if (!closed) {
                requests.add(request);
                waitingEvents += request.size();
                waiting.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        while (true) {
            List<Request> group = new ArrayList<>();
            try {
                if (!next(group)) {
                    return;
                }
                storeGroup(group);
            } catch (Throwable e) {
                // an Error too: a writer that ended would leave callers waiting for ever
                group.forEach(request -> request.stored().completeExceptionally(e));
            }
        }
    }

    private void storeGroup(List<Request> group) {
        List<Prepared> all = new ArrayList<>();
        group.forEach(request -> all.addAll(request.appends()));
        // in the order of their streams, so that two groups never wait for each other in a circle
        all.sort(Comparator.comparing(append -> append.streams().getFirst().id()));
        Map<Prepared, Storing> stored = new IdentityHashMap<>();
        Iterator<Storing> storings = store.storeAll(all).iterator();
        all.forEach(append -> stored.put(append, storings.next()));
        for (Request request : group) {
            request.stored().complete(request.appends().stream().map(stored::get).toList());
        }
    }

    /** Takes what there is, as much as fits and no stream twice; false when nothing will come any more. */
    private boolean next(List<Request> group) {
        lock.lock();
        try {
            while (requests.isEmpty()) {
                if (closed) {
                    return false;
                }
                waiting.awaitUninterruptibly();
            }
            take(group);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void take(List<Request> group) {
        Set<StreamId> streams = new HashSet<>();
        int size = 0;
        Iterator<Request> iterator = requests.iterator();
        while (iterator.hasNext() && size < LARGEST) {
            Request request = iterator.next();
            int events = request.size();
            boolean fits = group.isEmpty() || size + events <= LARGEST;
            if (fits && request.streams().stream().noneMatch(streams::contains)) {
                iterator.remove();
                group.add(request);
                streams.addAll(request.streams());
                size += events;
                waitingEvents -= events;
            }
        }
    }

    @Override
    public Optional<AppendOutcome> repeated(String organisation, Idempotency idempotency) {
        return store.repeated(organisation, idempotency);
    }

    @Override
    public Optional<AppendOutcome> remember(String organisation, Idempotency idempotency) {
        return store.remember(organisation, idempotency);
    }

    @Override
    public List<RecordedEvent> read(StreamId stream, long afterVersion) {
        return store.read(stream, afterVersion);
    }

    @Override
    public List<RecordedEvent> read(StreamId stream, AsOf asOf) {
        return store.read(stream, asOf);
    }

    @Override
    public LogPage fetchAfter(Position position, Slots slots, int limit) {
        return store.fetchAfter(position, slots, limit);
    }

    @Override
    public EventLog tail() {
        return store.tail();
    }

    /** How many callers are waiting for a writer to take up their appends. */
    int waiting() {
        lock.lock();
        try {
            return requests.size();
        } finally {
            lock.unlock();
        }
    }

    /** Stores what was taken on, then ends; what comes later goes alone. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
