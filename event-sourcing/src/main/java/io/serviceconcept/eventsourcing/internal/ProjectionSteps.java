package io.serviceconcept.eventsourcing.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;

/** Moves one shard of a projection along the log: its rows and its position are committed together. */
final class ProjectionSteps implements LeasedLoop.Steps {

    private static final int BATCH = 1_000;

    private final DataSource dataSource;
    private final EventStore store;
    private final Projection projection;
    private final int shard;
    private final Slots slots;
    private final Signal signal;
    private @Nullable Lease lease;
    private Position position = Position.START;
    private int batch = BATCH;

    ProjectionSteps(DataSource dataSource, EventStore store, Projection projection, int shard, Signal signal) {
        this.dataSource = dataSource;
        this.store = store;
        this.projection = projection;
        this.shard = shard;
        this.slots = Slots.ofShard(shard, projection.shards());
        this.signal = signal;
    }

    @Override
    public void begin(Lease lease, Position position) {
        this.lease = lease;
        this.position = position;
    }

    @Override
    public boolean step() throws SQLException {
        int size = batch;
        List<RecordedEvent> events = store.readAfter(position, slots, size);
        if (events.isEmpty()) {
            return false;
        }
        // unless all goes well: what takes too long, or fails for one event, is tried in smaller pieces
        batch = Math.max(1, size / 2);
        Position reached = events.getLast().position();
        Lease held = Objects.requireNonNull(lease);
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            projection.project(c, shard, events);
            held.advance(c, reached);
            return reached;
        }));
        position = reached;
        batch = Math.min(BATCH, size * 2);
        // work that rests on the projection's rows goes on
        signal.raise();
        return events.size() == size;
    }
}
