package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;

/** Holds chosen appends within their transaction: everything is inserted, nothing is committed. */
final class Brake implements Projection {

    /** An append that is held. */
    static final class Held {
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile long transaction = Long.MAX_VALUE;

        /** @return whether it is inside its transaction by now */
        boolean awaitInside(long milliseconds) throws InterruptedException {
            return inside.await(milliseconds, TimeUnit.MILLISECONDS);
        }

        /** Its transaction id; the largest number as long as it has none. */
        long transaction() {
            return transaction;
        }

        void release() {
            released.countDown();
        }
    }

    private final Map<Object, Held> held = new ConcurrentHashMap<>();

    /** The append that stores this event will be held. */
    Held hold(Object event) {
        return held.computeIfAbsent(event, e -> new Held());
    }

    @Override
    public String name() {
        return "brake";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent event : events) {
            Held chosen = held.get(event.event());
            if (chosen != null) {
                chosen.transaction = ForeignTransaction.transactionId(connection);
                chosen.inside.countDown();
                await(chosen.released);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the append");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
