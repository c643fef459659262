package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventLog;
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
    /** Rows that belong together are better written together: a batch waits this long for the next, written or passed over. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(25);

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
    private final Bookmark bookmark;
    private int batch = BATCH;
    private Duration leastRest = Duration.ZERO;

    /** @param signal raised when rows were written */
    ProjectionSteps(DataSource dataSource, EventLog log, Projection projection, int shard, Slots slots, Place place,
            Signal signal) {
        this.dataSource = dataSource;
        this.log = new ReadAhead(log, slots);
        this.projection = projection;
        this.shard = shard;
        this.place = place;
        this.signal = signal;
        this.bookmark = new Bookmark(dataSource);
    }

    @Override
    public void begin(Lease lease, Position position) {
        bookmark.begin(lease, position);
        log.forget();
    }

    @Override
    public boolean step() throws SQLException {
        int size = batch;
        // unless all goes well: what takes too long, to read or to write, or fails for one event, is tried in smaller pieces
        batch = Math.max(1, size / 2);
        LogPage page = log.pageAfter(bookmark.position(), size);
        if (page.size() == 0) {
            batch = size;
            leastRest = Duration.ZERO;
            bookmark.settle();
            return false;
        }
        List<RecordedEvent> events = page.events(projection::takes);
        if (events.isEmpty() && place == Place.LIVE) {
            bookmark.passOver(page.last());
        } else {
            write(page, events);
        }
        leastRest = BETWEEN_BATCHES;
        batch = Math.min(BATCH, size * 2);
        return page.size() == size;
    }

    private void write(LogPage page, List<RecordedEvent> events) {
        Position reached = page.last();
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            place.enter(c);
            projection.project(c, shard, events);
            place.wrote(c, page.size());
            bookmark.store(c, reached);
            return reached;
        }));
        bookmark.moved(reached);
        // work that rests on the projection's rows goes on
        signal.raise();
    }

    @Override
    public Duration leastRest() {
        return leastRest;
    }
}
