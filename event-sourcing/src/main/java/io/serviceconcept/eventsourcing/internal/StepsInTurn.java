package io.serviceconcept.eventsourcing.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;

/**
 * Steps that are taken only when there is a turn left: each needs a connection, and callers need some too. Who waits long
 * for its turn keeps its lease.
 */
final class StepsInTurn implements LeasedLoop.Steps {

    private final LeasedLoop.Steps steps;
    private final Semaphore turns;
    private @Nullable Lease lease;

    /** @param turns as many as steps are taken at the same time; a fair one */
    StepsInTurn(LeasedLoop.Steps steps, Semaphore turns) {
        this.steps = steps;
        this.turns = turns;
    }

    @Override
    public void begin(Lease lease, Position position) {
        this.lease = lease;
        steps.begin(lease, position);
    }

    @Override
    public boolean step() throws SQLException, InterruptedException {
        Lease held = Objects.requireNonNull(lease);
        while (!turns.tryAcquire(held.renewAfter().toMillis(), TimeUnit.MILLISECONDS)) {
            held.renew();
        }
        try {
            return steps.step();
        } finally {
            turns.release();
        }
    }

    @Override
    public Duration leastRest() {
        return steps.leastRest();
    }
}
