package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;
import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.internal.OperatorActionRows.Action;

/** Parked records on PostgreSQL. What an operator does and that he did it are committed together. */
public final class PostgresParkedRecords implements ParkedRecords {

    private static final Logger LOG = Logger.getLogger(PostgresParkedRecords.class);
    /** Waiting records that are handled within one call; the caller waits for it. */
    private static final int MOST = 1_000;

    private final DataSource dataSource;
    private final Signal signal;
    private final InboxSteps steps;

    /**
     * @param signal raised after records were handled
     * @throws IllegalArgumentException if two handlers take one source
     */
    public PostgresParkedRecords(DataSource dataSource, Signal signal, Collection<? extends InboundHandler> handlers) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.steps = new InboxSteps(dataSource, handlers);
    }

    @Override
    public List<ParkedRecord> list(Filter filter, @Nullable Place after, int limit) {
        return Sql.call(dataSource, connection -> ParkedRows.list(connection, filter, after, limit));
    }

    @Override
    public Optional<ParkedRecord> find(UUID id) {
        return Sql.call(dataSource, connection -> ParkedRows.find(connection, id));
    }

    @Override
    public Optional<Outcome> replay(UUID id, String operator) {
        Optional<InboundEvent> found = Sql.call(dataSource, connection -> ParkedRows.event(connection, id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        InboundEvent event = found.get();
        int handled;
        try {
            handled = steps.inTransaction(connection -> {
                lockParked(connection, id, event);
                takeInOrder(connection, event);
                OperatorActionRows.insert(connection, Action.REPLAY, operator, event, "handled");
                return 1;
            });
        } catch (Gone e) {
            return Optional.empty();
        } catch (NotItsTurn e) {
            throw e;
        } catch (Throwable e) {
            // an Error too, as when Kafka brought it
            if (InboxSteps.isAway(e)) {
                throw e;
            }
            stays(event, operator, e);
            handled = 0;
        }
        LOG.infof("%s replayed %s of %s, %s: %s", operator, event.type(), event.stream(), event.id(),
                handled == 1 ? "handled" : "it stays");
        return Optional.of(goOn(id, event, handled));
    }

    private void takeInOrder(Connection connection, InboundEvent event) throws SQLException {
        if (InboundRecords.isUnreadable(event)) {
            throw new IllegalArgumentException(
                    "its headers cannot be read: let it be sent again as it should be, then discard this one");
        }
        Long sequence = event.sequence();
        if (sequence != null) {
            long last = InboxRows.head(connection, event).last();
            if (sequence <= last) {
                throw new IllegalArgumentException("sequence " + sequence + " was another event before: discard this one");
            }
            if (sequence > last + 1) {
                throw new NotItsTurn(last + 1);
            }
            if (hasTwin(connection, event, sequence)) {
                throw new IllegalArgumentException(
                        "two events claim sequence " + sequence + ": discard the one that does not count");
            }
        }
        steps.take(connection, event);
    }

    private void stays(InboundEvent event, String operator, Throwable failure) {
        steps.inTransaction(connection -> {
            InboxRows.lock(connection, event);
            String reason = ParkingReason.of(failure);
            ParkedRows.tryFailed(connection, event, reason);
            OperatorActionRows.insert(connection, Action.REPLAY, operator, event, "stays: " + reason);
            return reason;
        });
        LOG.errorf("%s of %s still cannot be handled: %s", event.type(), event.stream(), ParkingReason.of(failure));
    }

    @Override
    public Optional<Outcome> discard(UUID id, String operator, String reason) {
        Optional<InboundEvent> found = Sql.call(dataSource, connection -> ParkedRows.event(connection, id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        InboundEvent event = found.get();
        try {
            steps.inTransaction(connection -> {
                lockParked(connection, id, event);
                leaveOut(connection, event);
                OperatorActionRows.insert(connection, Action.DISCARD, operator, event, reason);
                return id;
            });
        } catch (Gone e) {
            return Optional.empty();
        }
        LOG.warnf("%s discarded %s of %s, %s: %s", operator, event.type(), event.stream(), event.id(), reason);
        return Optional.of(goOn(id, event, 0));
    }

    private static void leaveOut(Connection connection, InboundEvent event) throws SQLException {
        ParkedRows.remove(connection, event);
        Long sequence = event.sequence();
        if (sequence == null) {
            return;
        }
        long last = InboxRows.head(connection, event).last();
        List<InboundEvent> others = ParkedRows.ofSequence(connection, event, sequence);
        if (sequence > last && others.size() == 1) {
            // the operator decided that the other one counts: it is tried when it is its turn
            ParkedRows.mark(connection, event, sequence, false, "the other event of its sequence was discarded");
        } else if (sequence > last + 1 && others.isEmpty()) {
            throw new NotItsTurn(last + 1);
        } else if (sequence == last + 1 && others.isEmpty()) {
            InboxRows.remember(connection, event);
        }
    }

    private Outcome goOn(UUID id, InboundEvent event, int handled) {
        int followed = steps.goOn(event, MOST);
        if (handled + followed > 0) {
            signal.raise();
        }
        return Sql.call(dataSource, connection -> {
            Optional<ParkedRecord> still = ParkedRows.find(connection, id);
            Optional<ParkedRecord> stoppedBy = ParkedRows.firstHalting(connection, event).or(() -> still);
            return new Outcome(still.isEmpty(), handled + followed, ParkedRows.count(connection, event),
                    stoppedBy.orElse(null));
        });
    }

    private static boolean hasTwin(Connection connection, InboundEvent event, long sequence) throws SQLException {
        return ParkedRows.ofSequence(connection, event, sequence).size() > 1;
    }

    /** Another operator was first. */
    private static final class Gone extends RuntimeException {
        Gone() {
            super(null, null, false, false);
        }
    }

    private static void lockParked(Connection connection, UUID id, InboundEvent event) throws SQLException {
        InboxRows.lock(connection, event);
        if (ParkedRows.event(connection, id).isEmpty()) {
            throw new Gone();
        }
    }
}
