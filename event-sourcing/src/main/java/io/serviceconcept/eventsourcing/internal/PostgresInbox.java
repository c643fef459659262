package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.Inbox;
import io.serviceconcept.eventsourcing.Signal;

/** The inbox on PostgreSQL. A whole batch is one transaction; only when one record fails is each its own. */
public final class PostgresInbox implements Inbox {

    private static final Logger LOG = Logger.getLogger(PostgresInbox.class);
    /** Records in a transaction: it stays far below the longest one allowed, also where the database is far. */
    private static final int BATCH = 50;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final Signal signal;

    /** @param signal raised after each batch, since leased work may rest on what a handler wrote */
    public PostgresInbox(DataSource dataSource, Signal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
    }

    @Override
    public void receive(Iterable<ConsumerRecord<String, byte[]>> records, InboundHandler handler) {
        List<InboundEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(InboundRecords.read(record));
            } catch (IllegalArgumentException e) {
                // it names no stream, so there is nothing it could be parked or put in order with
                LOG.errorf("a record without the headers of a CloudEvent is left out: %s-%d@%d: %s", record.topic(),
                        record.partition(), record.offset(), e.getMessage());
            }
        }
        for (int from = 0; from < events.size(); from += BATCH) {
            receive(events.subList(from, Math.min(from + BATCH, events.size())), handler);
        }
        signal.raise();
    }

    private void receive(List<InboundEvent> events, InboundHandler handler) {
        whenDatabaseAnswers(() -> {
            try {
                inTransaction(connection -> {
                    for (InboundEvent event : events) {
                        receive(connection, event, handler);
                        // also after a repetition: an earlier attempt may have ended before it looked
                        while (handleNextWaiting(connection, event, handler)) {
                            LOG.debugf("the gap before %s is filled", event.stream());
                        }
                    }
                    return events.size();
                });
            } catch (EventStoreUnavailable e) {
                if (!Sql.isTooLong(e.getCause())) {
                    throw e;
                }
                events.forEach(event -> receiveAlone(event, handler));
            } catch (RuntimeException e) {
                events.forEach(event -> receiveAlone(event, handler));
            }
        });
    }

    private void receiveAlone(InboundEvent event, InboundHandler handler) {
        whenDatabaseAnswers(() -> {
            try {
                inTransaction(connection -> receive(connection, event, handler));
            } catch (EventStoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                park(event, e);
            }
        });
        whenDatabaseAnswers(() -> handleWaitingAlone(event, handler));
    }

    /** Unless another instance, that was given the same records, has handled it meanwhile. */
    private void park(InboundEvent event, RuntimeException reason) {
        boolean parked = inTransaction(connection -> {
            if (event.sequence() != null && InboxRows.isKnown(connection, event)) {
                return false;
            }
            InboxRows.park(connection, event, true, String.valueOf(reason.getMessage()));
            return true;
        });
        if (parked) {
            LOG.errorf(reason, "%s of %s is parked and halts its stream", event.type(), event.stream());
        }
    }

    private void handleWaitingAlone(InboundEvent event, InboundHandler handler) {
        try {
            while (inTransaction(connection -> handleNextWaiting(connection, event, handler))) {
                LOG.debugf("the gap before %s is filled", event.stream());
            }
        } catch (EventStoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "what waited in %s cannot be handled and halts its stream", event.stream());
            inTransaction(connection -> InboxRows.haltNext(connection, event, String.valueOf(e.getMessage())));
        }
    }

    /** @return whether it was handled, so that what waited for it may follow */
    private static boolean receive(Connection connection, InboundEvent event, InboundHandler handler)
            throws SQLException {
        Long sequence = event.sequence();
        if (sequence == null) {
            handler.handle(connection, event);
            return false;
        }
        long last = InboxRows.last(connection, event);
        if (sequence <= last) {
            return !InboxRows.isKnown(connection, event) && InboxRows.park(connection, event, true,
                    "sequence " + sequence + " was another event before");
        }
        if (InboxRows.isHalted(connection, event)) {
            return InboxRows.park(connection, event, false, "its stream is halted");
        }
        if (sequence > last + 1) {
            return InboxRows.park(connection, event, false, "sequence " + (last + 1) + " has not arrived");
        }
        handler.handle(connection, event);
        return InboxRows.remember(connection, event);
    }

    /** What came too early follows as soon as the gap before it is filled. */
    private static boolean handleNextWaiting(Connection connection, InboundEvent event, InboundHandler handler)
            throws SQLException {
        if (event.sequence() == null || InboxRows.isHalted(connection, event)) {
            return false;
        }
        InboundEvent next = InboxRows.takeNext(connection, event);
        if (next == null) {
            return false;
        }
        handler.handle(connection, next);
        return InboxRows.remember(connection, next);
    }

    @Override
    public List<Parked> parked(String organisation) {
        return Sql.call(dataSource, connection -> InboxRows.parked(connection, organisation));
    }

    private <T> T inTransaction(Sql.Work<T> work) {
        return Sql.call(dataSource, connection -> Sql.transaction(connection, work));
    }

    /** Nothing may be acknowledged to Kafka before it is stored, so a database that is away is waited for. */
    private static void whenDatabaseAnswers(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (EventStoreUnavailable e) {
                LOG.warnf("the database is away, what came from Kafka waits: %s", e.getMessage());
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }
}
