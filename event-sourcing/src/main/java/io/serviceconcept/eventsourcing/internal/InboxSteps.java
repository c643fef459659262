package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.internal.InboundRecords.Arrived;
import io.serviceconcept.eventsourcing.internal.InboxRows.Head;

/** What is done with one record: the same for what Kafka brings and for what an operator replays. */
final class InboxSteps {

    private static final Logger LOG = Logger.getLogger(InboxSteps.class);

    private final DataSource dataSource;
    private final Map<String, InboundHandler> handlers = new HashMap<>();

    /**
     * @throws IllegalArgumentException if two handlers take one source
     */
    InboxSteps(DataSource dataSource, Collection<? extends InboundHandler> handlers) {
        this.dataSource = dataSource;
        for (InboundHandler handler : handlers) {
            if (this.handlers.put(handler.source(), handler) != null) {
                throw new IllegalArgumentException("two handlers take what " + handler.source() + " publishes");
            }
        }
    }

    <T> T inTransaction(Sql.Work<T> work) {
        return Sql.call(dataSource, connection -> Sql.transaction(connection, work));
    }

    /** @return whether anything of its stream is parked, which perhaps can follow now */
    boolean receive(Connection connection, Arrived arrived) throws SQLException {
        InboundEvent event = arrived.event();
        String unreadable = arrived.unreadable();
        if (unreadable != null) {
            keep(connection, event, unreadable);
            return false;
        }
        Long sequence = event.sequence();
        if (sequence == null) {
            handle(connection, event);
            return false;
        }
        Head head = InboxRows.head(connection, event);
        if (!head.parked() && sequence == head.last() + 1) {
            handle(connection, event);
            InboxRows.remember(connection, event);
            return false;
        }
        if (sequence <= head.last() && InboxRows.isDone(connection, event)) {
            // an earlier attempt may have ended before it looked at what waits
            return head.parked();
        }
        InboxRows.lock(connection, event);
        parkInOrder(connection, event, sequence, InboxRows.head(connection, event));
        return true;
    }

    /** What is next is parked too for the moment: {@link #handleNext} takes it, unless another record claims its place. */
    private static void parkInOrder(Connection connection, InboundEvent event, long sequence, Head head)
            throws SQLException {
        if (InboxRows.isDone(connection, event)) {
            return;
        }
        if (sequence <= head.last()) {
            ParkedRows.park(connection, event, true, "sequence " + sequence + " was another event before");
            LOG.errorf("%s of %s is parked and halts its stream: sequence %d was another event before", event.type(),
                    event.stream(), sequence);
        } else if (head.halted()) {
            ParkedRows.park(connection, event, false, "its stream is halted");
        } else {
            ParkedRows.park(connection, event, false, sequence == head.last() + 1 ? "it is next"
                    : "sequence " + (head.last() + 1) + " has not arrived");
        }
    }

    private static void keep(Connection connection, InboundEvent event, String reason) throws SQLException {
        InboxRows.lock(connection, event);
        if (!OperatorActionRows.wasDiscarded(connection, event)) {
            ParkedRows.park(connection, event, false, reason);
            LOG.errorf("a record that is no CloudEvent of ours is parked, %s: %s", event.stream(), reason);
        }
    }

    /**
     * Handles the parked record that follows on the last one done, if there is exactly one and nothing halts its stream.
     *
     * @return whether it was handled, so that what waited for it may follow
     */
    boolean handleNext(Connection connection, InboundEvent sibling) throws SQLException {
        if (sibling.sequence() == null) {
            return false;
        }
        InboxRows.lock(connection, sibling);
        Head head = InboxRows.head(connection, sibling);
        if (head.halted() || !head.parked()) {
            return false;
        }
        long sequence = head.last() + 1;
        List<InboundEvent> next = ParkedRows.ofSequence(connection, sibling, sequence);
        if (next.isEmpty()) {
            return false;
        }
        if (next.size() > 1) {
            ParkedRows.mark(connection, sibling, sequence, true, "two events claim sequence " + sequence);
            LOG.errorf("two events claim sequence %d of %s, which is halted", sequence, sibling.stream());
            return false;
        }
        take(connection, next.getFirst());
        return true;
    }

    /** Handles a parked record and takes it out. */
    void take(Connection connection, InboundEvent event) throws SQLException {
        handle(connection, event);
        if (event.sequence() != null) {
            InboxRows.remember(connection, event);
        }
        ParkedRows.remove(connection, event);
    }

    private void handle(Connection connection, InboundEvent event) throws SQLException {
        handlerOf(event).handle(connection, event);
    }

    /** @param states of one source */
    void receiveStates(Connection connection, List<InboundEvent> states) throws SQLException {
        handlerOf(states.getFirst()).handleStates(connection, states);
    }

    private InboundHandler handlerOf(InboundEvent event) {
        InboundHandler handler = handlers.get(event.source());
        if (handler == null) {
            throw new IllegalArgumentException("nothing here takes what " + event.source() + " publishes");
        }
        return handler;
    }

    /** Parks what cannot be handled, unless another instance that was given the same records has handled it meanwhile. */
    void parkPoison(InboundEvent event, Throwable failure) {
        boolean parked = inTransaction(connection -> {
            InboxRows.lock(connection, event);
            boolean done = event.sequence() == null ? OperatorActionRows.wasDiscarded(connection, event)
                    : InboxRows.isDone(connection, event);
            if (!done) {
                ParkedRows.park(connection, event, true, ParkingReason.of(failure));
            }
            return !done;
        });
        if (parked) {
            LOG.errorf("%s of %s cannot be handled and is parked: %s", event.type(), event.stream(), ParkingReason.of(failure));
        }
    }

    /**
     * Handles what waits in a stream, each in a transaction of its own, until there is a gap, or one that cannot be
     * handled, which then halts the stream.
     *
     * @return how many were handled
     */
    int goOn(InboundEvent sibling, int most) {
        int handled = 0;
        try {
            while (handled < most && inTransaction(connection -> handleNext(connection, sibling))) {
                handled++;
            }
        } catch (Throwable e) {
            if (isAway(e)) {
                throw e;
            }
            LOG.errorf("what waited in %s cannot be handled and halts it: %s", sibling.stream(), ParkingReason.of(e));
            inTransaction(connection -> {
                InboxRows.lock(connection, sibling);
                long next = InboxRows.head(connection, sibling).last() + 1;
                ParkedRows.mark(connection, sibling, next, true, ParkingReason.of(e));
                return next;
            });
        }
        return handled;
    }

    /**
     * The database does not answer; that one record takes it too long is another matter, and so is a statement that a handler
     * blames the database for.
     */
    static boolean isAway(Throwable e) {
        return e instanceof EventStoreUnavailable away && EventStoreUnavailable.isMeantBy(away.getCause())
                && !EventStoreUnavailable.isTooLong(away.getCause());
    }
}
