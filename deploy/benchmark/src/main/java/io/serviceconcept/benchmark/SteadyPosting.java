package io.serviceconcept.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/** Posts at a rate, whatever becomes of what was posted before; closing it waits for the last answers. */
final class SteadyPosting implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 2_000;

    private final Posting posting;
    private final LongFunction<Posting.Post> posts;
    private final long pauseNanoseconds;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong underWay = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final long begun = System.nanoTime();
    private final Thread thread;
    private volatile boolean stopped;

    SteadyPosting(Posting posting, int perSecond, LongFunction<Posting.Post> posts) {
        this.posting = posting;
        this.posts = posts;
        this.pauseNanoseconds = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.thread = Thread.ofPlatform().daemon().name("steady-posting").start(this::postOn);
    }

    private void postOn() {
        for (long sent = 0; !stopped; sent++) {
            long wait = begun + sent * pauseNanoseconds - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            if (underWay.get() < MOST_UNDER_WAY) {
                underWay.incrementAndGet();
                Thread.ofVirtual().start(this::post);
            }
        }
    }

    private void post() {
        try {
            posting.post(posts.apply(numbers.incrementAndGet()));
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** How many were answered per second so far. */
    double perSecond() {
        return (numbers.get() - underWay.get()) * 1e9 / (System.nanoTime() - begun);
    }

    /** @throws Exception the first failure, if there was one */
    @Override
    public void close() throws Exception {
        stopped = true;
        thread.join();
        while (underWay.get() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        Exception first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
