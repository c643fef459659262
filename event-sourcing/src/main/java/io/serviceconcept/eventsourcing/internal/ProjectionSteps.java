package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.ReadAhead;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;

/** Moves a projection along the part of the log in some slots: its rows and its position are committed together. */
final class ProjectionSteps implements LeasedLoop.Steps {

    private static final int BATCH = 1_000;

    /** What a transaction does around the rows. */
    interface Place {

        /** The tables that everybody reads. */
        Place LIVE = new Place() {
            @Override
            public void enter(Connection connection) {
                // where every connection is
            }

            @Override
            public void wrote(Connection connection, int events) {
                // nobody counts
            }
        };

        void enter(Connection connection) throws SQLException;

        void wrote(Connection connection, int events) throws SQLException;
    }

    private final DataSource dataSource;
    private final ReadAhead log;
    private final Projection projection;
    private final int shard;
    private final Place place;
    private final Signal signal;
    private @Nullable Lease lease;
    private Position position = Position.START;
    private int batch = BATCH;

    /** @param signal raised when rows were written */
    ProjectionSteps(DataSource dataSource, EventStore store, Projection projection, int shard, Slots slots, Place place,
            Signal signal) {
        this.dataSource = dataSource;
        this.log = new ReadAhead(store, slots);
        this.projection = projection;
        this.shard = shard;
        this.place = place;
        this.signal = signal;
    }

    @Override
    public void begin(Lease lease, Position position) {
        this.lease = lease;
        this.position = position;
        log.forget();
    }

    @Override
    public boolean step() throws SQLException {
        int size = batch;
        // unless all goes well: what takes too long, to read or to write, or fails for one event, is tried in smaller pieces
        batch = Math.max(1, size / 2);
        List<RecordedEvent> events = log.readAfter(position, size);
        if (events.isEmpty()) {
            batch = size;
            return false;
        }
        Position reached = events.getLast().position();
        Lease held = Objects.requireNonNull(lease);
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            place.enter(c);
            projection.project(c, shard, events);
            place.wrote(c, events.size());
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
