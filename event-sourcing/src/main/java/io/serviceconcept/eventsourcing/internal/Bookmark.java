package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;

/**
 * How far a reader is. What means nothing to it is passed over without a transaction for every handful of events: then the
 * stored position lags behind, by a second at most, and after a crash that much is looked at again.
 */
final class Bookmark {

    private static final long SETTLED_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource dataSource;
    private @Nullable Lease lease;
    private Position position = Position.START;
    private boolean isSettled = true;
    private long settled = System.nanoTime();

    Bookmark(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A new term of holding the lease. */
    void begin(Lease held, Position at) {
        lease = held;
        position = at;
        isSettled = true;
    }

    Position position() {
        return position;
    }

    Lease lease() {
        return Objects.requireNonNull(lease);
    }

    /** Stores the position in the connection's transaction; {@link #moved} tells when it was committed. */
    void store(Connection connection, Position reached) throws SQLException {
        lease().advance(connection, reached);
    }

    void moved(Position reached) {
        position = reached;
        isSettled = true;
        settled = System.nanoTime();
    }

    void passOver(Position reached) {
        position = reached;
        isSettled = false;
        settle();
    }

    /** Stores what was passed over, now and then. */
    void settle() {
        if (!isSettled && System.nanoTime() - settled > SETTLED_NANOSECONDS) {
            move(position);
        }
    }

    /** Stores the position by itself. */
    void move(Position reached) {
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            store(c, reached);
            return reached;
        }));
        moved(reached);
    }
}
