package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.InboundRecords.Arrived;

/** The inbox on PostgreSQL. A whole batch is one transaction; only when one record fails is each its own. */
public final class PostgresInbox implements Inbox {

    private static final Logger LOG = Logger.getLogger(PostgresInbox.class);
    /** Records in a transaction: it stays far below the longest one allowed, also where the database is far. */
    private static final int BATCH = 50;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** How often one record may take longer than the database allows before that is held against it. */
    private static final int TOO_LONG = 3;

    private final InboxSteps steps;
    private final Signal signal;

    /**
     * @param signal raised after each batch, since leased work may rest on what a handler wrote
     * @throws IllegalArgumentException if two handlers take one source
     */
    public PostgresInbox(DataSource dataSource, Signal signal, Collection<? extends InboundHandler> handlers) {
        this.steps = new InboxSteps(dataSource, handlers);
        this.signal = signal;
    }

    @Override
    public void receive(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<Arrived> arrived = new ArrayList<>();
        records.forEach(record -> arrived.add(InboundRecords.read(record)));
        for (int from = 0; from < arrived.size(); from += BATCH) {
            List<Arrived> batch = arrived.subList(from, Math.min(from + BATCH, arrived.size()));
            untilStored(() -> receive(batch));
        }
        signal.raise();
    }

    private void receive(List<Arrived> batch) {
        try {
            steps.inTransaction(connection -> {
                int done = 0;
                while (done < batch.size()) {
                    done += receiveSome(connection, batch.subList(done, batch.size()));
                }
                return done;
            });
        } catch (Throwable e) {
            if (InboxSteps.isAway(e)) {
                throw e;
            }
            batch.forEach(this::receiveAlone);
        }
    }

    /** @return how many: the states that came one after the other, else a single record */
    private int receiveSome(Connection connection, List<Arrived> rest) throws SQLException {
        Arrived first = rest.getFirst();
        List<InboundEvent> states = rest.stream().takeWhile(arrived -> isState(arrived, first.event().source()))
                .map(Arrived::event).toList();
        if (!states.isEmpty()) {
            steps.receiveStates(connection, states);
            return states.size();
        }
        boolean more = steps.receive(connection, first);
        while (more) {
            more = steps.handleNext(connection, first.event());
        }
        return 1;
    }

    private static boolean isState(Arrived arrived, String source) {
        return arrived.unreadable() == null && arrived.event().sequence() == null && arrived.event().source().equals(source);
    }

    private void receiveAlone(Arrived arrived) {
        AtomicInteger tooLong = new AtomicInteger();
        untilStored(() -> {
            try {
                steps.inTransaction(connection -> steps.receive(connection, arrived));
            } catch (Throwable e) {
                // an Error too: one record must not end the taking in of all
                if (InboxSteps.isAway(e)
                        || e instanceof EventStoreUnavailable && tooLong.incrementAndGet() < TOO_LONG) {
                    throw e;
                }
                steps.parkPoison(arrived.event(), e);
            }
        });
        untilStored(() -> steps.goOn(arrived.event(), Integer.MAX_VALUE));
    }

    /** Nothing may be acknowledged to Kafka before it is stored, so whatever hinders that is waited for. */
    private static void untilStored(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (Throwable e) {
                if (e instanceof EventStoreUnavailable) {
                    LOG.warnf("the database is away, what came from Kafka waits: %s", e.getMessage());
                } else {
                    LOG.error("the inbox cannot store, what came from Kafka waits", e);
                }
                if (!paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
