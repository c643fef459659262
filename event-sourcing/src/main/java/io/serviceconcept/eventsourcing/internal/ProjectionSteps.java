package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.LogPage;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.ReadAhead;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.eventsourcing.Slots;

/** Moves a projection along the part of the log in some slots: its rows and its position are committed together. */
final class ProjectionSteps implements LeasedLoop.Steps {

    private static final int BATCH = 1_000;
    /** Rows that belong together are better written together: a batch waits this long for the next. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(10);
    /** What means nothing to the projection is looked at seldom. */
    private static final Duration PASSED_OVER = Duration.ofMillis(25);
    /** How far the stored position may lag behind what was passed over: it is looked at again after a crash. */
    private static final long SETTLED_NANOSECONDS = 1_000_000_000;

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
    private Duration leastRest = Duration.ZERO;
    private boolean isSettled = true;
    private long settled = System.nanoTime();

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
        this.isSettled = true;
        log.forget();
    }

    @Override
    public boolean step() throws SQLException {
        int size = batch;
        // unless all goes well: what takes too long, to read or to write, or fails for one event, is tried in smaller pieces
        batch = Math.max(1, size / 2);
        LogPage page = log.pageAfter(position, size);
        if (page.size() == 0) {
            batch = size;
            leastRest = Duration.ZERO;
            settle();
            return false;
        }
        List<RecordedEvent> events = page.events(projection::takes);
        Position reached = page.last();
        if (events.isEmpty() && place == Place.LIVE) {
            passOver(reached);
        } else {
            write(page, events);
        }
        position = reached;
        batch = Math.min(BATCH, size * 2);
        return page.size() == size;
    }

    private void write(LogPage page, List<RecordedEvent> events) {
        Lease held = Objects.requireNonNull(lease);
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            place.enter(c);
            projection.project(c, shard, events);
            place.wrote(c, page.size());
            held.advance(c, page.last());
            return page.last();
        }));
        leastRest = BETWEEN_BATCHES;
        isSettled = true;
        settled = System.nanoTime();
        // work that rests on the projection's rows goes on
        signal.raise();
    }

    /** Without a transaction for every handful of events that change nothing: most are of no concern to most projections. */
    private void passOver(Position reached) {
        position = reached;
        leastRest = PASSED_OVER;
        isSettled = false;
        settle();
    }

    private void settle() {
        if (!isSettled && System.nanoTime() - settled > SETTLED_NANOSECONDS) {
            Lease held = Objects.requireNonNull(lease);
            Position reached = position;
            Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
                held.advance(c, reached);
                return reached;
            }));
            isSettled = true;
            settled = System.nanoTime();
        }
    }

    @Override
    public Duration leastRest() {
        return leastRest;
    }
}
