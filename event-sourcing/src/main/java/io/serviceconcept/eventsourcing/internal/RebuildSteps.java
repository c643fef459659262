package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Signal;

/** Fills the copies of a projection's tables with what the events of some slots mean, and says how far it is. */
final class RebuildSteps implements LeasedLoop.Steps {

    private final DataSource dataSource;
    private final ProjectionGroup group;
    private final RebuildRows.Shard shard;
    private final ProjectionSteps steps;

    RebuildSteps(DataSource dataSource, EventStore store, ProjectionGroup group, Projection projection,
            RebuildRows.Shard shard) {
        this.dataSource = dataSource;
        this.group = group;
        this.shard = shard;
        // nobody is woken by rows that nobody reads yet
        this.steps = new ProjectionSteps(dataSource, store, projection, projection.inline() ? 0 : shard.shard(),
                shard.slots(), beside(), new Signal());
    }

    private ProjectionSteps.Place beside() {
        ShadowTables tables = new ShadowTables(group);
        return new ProjectionSteps.Place() {
            @Override
            public void enter(Connection connection) throws SQLException {
                tables.enter(connection);
            }

            @Override
            public void wrote(Connection connection, int events) throws SQLException {
                RebuildRows.done(connection, group.name(), shard, events);
            }
        };
    }

    @Override
    public void begin(Lease lease, Position position) {
        steps.begin(lease, position);
    }

    @Override
    public boolean step() throws SQLException {
        try {
            return steps.step();
        } catch (Lease.Lost e) {
            throw e;
        } catch (RuntimeException | SQLException | Error e) {
            say(e);
            throw e;
        }
    }

    /** Another instance may be asked why it stands still. */
    private void say(Throwable failure) {
        try {
            Sql.call(dataSource, connection -> RebuildRows.failed(connection, group.name(), shard,
                    String.valueOf(failure.getMessage())));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
