package io.serviceconcept.eventsourcing.internal;

import java.sql.SQLException;
import java.time.Duration;

import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Signal;

/**
 * Work of a service that has no place in the log of its own.
 *
 * @param signal raised when a piece was done, since other work may rest on it
 */
record LeasedWorkSteps(LeasedWork work, Signal signal) implements LeasedLoop.Steps {

    @Override
    public void begin(Lease lease, Position position) {
        // it keeps what it has done in its own tables
    }

    @Override
    public boolean step() throws SQLException {
        boolean done = work.work();
        if (done) {
            signal.raise();
        }
        return done;
    }

    @Override
    public Duration leastRest() {
        return work.leastRest();
    }
}
