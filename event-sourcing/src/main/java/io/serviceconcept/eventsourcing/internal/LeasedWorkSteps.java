package io.serviceconcept.eventsourcing.internal;

import java.sql.SQLException;

import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Position;

/** Work of a service that has no place in the log of its own. */
record LeasedWorkSteps(LeasedWork work) implements LeasedLoop.Steps {

    @Override
    public void begin(Lease lease, Position position) {
        // it keeps what it has done in its own tables
    }

    @Override
    public boolean step() throws SQLException {
        return work.work();
    }
}
