package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Subjects.Erasure;

/**
 * Publishes the erasures to the ledger's topic. Each stays marked as unpublished until the broker has acknowledged it, so
 * that none is left out, whatever order they commit in and wherever this is interrupted; some are sent twice.
 */
public final class ErasurePublication implements LeasedWork {

    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final ErasureLedger ledger;
    private final Sender sender;
    private boolean checked;

    public ErasurePublication(DataSource dataSource, ErasureLedger ledger, Sender sender) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.sender = sender;
    }

    @Override
    public String name() {
        return "erasure-publication";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    /** @throws IllegalStateException when the topic holds erasures that the database has lost */
    @Override
    public boolean work() {
        if (!checked) {
            // at the start the broker may have been away
            int lost = ledger.unknown().size();
            if (lost > 0) {
                throw new IllegalStateException("this database was restored and has lost " + lost
                        + " erasures of personal data: stop every instance, and start again to see how to go on");
            }
            checked = true;
        }
        List<Erasure> batch = Sql.call(dataSource, connection -> ErasureRows.unpublished(connection, BATCH));
        if (batch.isEmpty()) {
            return false;
        }
        sender.send(batch.stream().map(ledger::record).toList());
        Sql.call(dataSource, connection -> ErasureRows.published(connection, batch));
        return true;
    }
}
