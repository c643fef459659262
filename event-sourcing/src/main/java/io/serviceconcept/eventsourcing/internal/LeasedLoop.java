package io.serviceconcept.eventsourcing.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Signal;

/**
 * Runs one piece of work after another in a thread of its own, as long as it holds the lease. A failure is said in the log
 * and to {@link #failure()}, and the same piece is tried again after a pause: nothing is ever skipped. Only a piece that goes
 * well ends the growth of the pauses; holding the lease again does not.
 */
final class LeasedLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(LeasedLoop.class);

    /** The work of a loop; it is only ever called by the loop's thread. */
    interface Steps {

        /** A new term of holding the lease begins at this position. */
        void begin(Lease lease, Position position);

        /** @return true when there may be more to do at once */
        boolean step() throws SQLException, InterruptedException;

        /** How long it rests at least when there is not more to do at once, whatever happens meanwhile. */
        default Duration leastRest() {
            return Duration.ZERO;
        }
    }

    private final String name;
    private final Lease lease;
    private final Steps steps;
    private final Signal signal;
    private final Duration rest;
    private final boolean wokenByEvents;
    private final Setbacks setbacks = new Setbacks();
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;

    LeasedLoop(String name, Lease lease, Steps steps, Signal signal, Duration rest, boolean wokenByEvents) {
        this.name = name;
        this.lease = lease;
        this.steps = steps;
        this.signal = signal;
        this.rest = rest;
        this.wokenByEvents = wokenByEvents;
    }

    String name() {
        return name;
    }

    /** What the last piece of work failed with; empty when it did not. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this);
    }

    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    void awaitEnd() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(5));
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                Optional<Position> position = lease.acquire();
                if (position.isEmpty()) {
                    failure = null;
                    Thread.sleep(lease.renewAfter());
                    continue;
                }
                steps.begin(lease, position.get());
                hold();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (Lease.Lost e) {
                LOG.warnf("%s: another instance took over, or a rebuild moved it", name);
            } catch (Throwable e) {
                // an Error too: a thread that ended would stand still without saying so
                if (stopped) {
                    break;
                }
                failure = e;
                setbacks.add();
                if (setbacks.isNews(e)) {
                    LOG.errorf(e, "%s stands still, the same work is tried again; failures in a row: %d", name,
                            setbacks.inARow());
                }
                pause();
            }
        }
        releaseQuietly();
    }

    private void hold() throws SQLException, InterruptedException {
        long renewed = System.nanoTime();
        int empty = 0;
        while (!stopped) {
            long seen = signal.count();
            boolean more = steps.step();
            failure = null;
            setbacks.over();
            if (System.nanoTime() - renewed > lease.renewAfter().toNanos()) {
                lease.renew();
                renewed = System.nanoTime();
            }
            empty = more ? 0 : empty + 1;
            if (!more) {
                rest(seen, empty);
            }
        }
    }

    /** What was just appended may still wait for an older transaction to end, so the first rests are short. */
    private void rest(long seen, int empty) throws InterruptedException {
        Duration longest = rest.compareTo(lease.renewAfter()) < 0 ? rest : lease.renewAfter();
        if (!wokenByEvents) {
            long until = System.nanoTime() + rest.toNanos();
            Thread.sleep(longest);
            while (!stopped && System.nanoTime() < until) {
                lease.renew();
                Thread.sleep(longest);
            }
            return;
        }
        Duration least = steps.leastRest();
        if (!least.isZero()) {
            Thread.sleep(least);
        }
        Duration shortly = Duration.ofMillis(1L << Math.min(empty, 10));
        signal.await(seen, shortly.compareTo(longest) < 0 ? shortly : longest);
    }

    private void pause() {
        try {
            Thread.sleep(setbacks.pause());
            lease.release();
        } catch (InterruptedException e) {
            stopped = true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s keeps its lease until it expires", name);
        }
    }

    private void releaseQuietly() {
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s keeps its lease until it expires", name);
        }
    }
}
