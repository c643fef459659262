package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

import io.serviceconcept.eventsourcing.Position;

/**
 * A lease on one row of the table {@code reader}, on the database's clock. Each take-over counts the epoch up, and every
 * write of the position asks for the epoch: a holder that slept past its lease moves nothing.
 */
final class Lease {

    /** The lease is another's now. */
    static final class Lost extends RuntimeException {
        Lost(String name) {
            super("the lease of " + name + " is lost");
        }
    }

    private static final Logger LOG = Logger.getLogger(Lease.class);
    /** Work that has not ended after this long hangs, and another instance may do better. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final String name;
    private final int shard;
    private final Duration duration;
    private final UUID holder = UUID.randomUUID();
    private long epoch;

    Lease(DataSource dataSource, String name, int shard, Duration duration) {
        this.dataSource = dataSource;
        this.name = name;
        this.shard = shard;
        this.duration = duration;
    }

    /**
     * @throws IllegalStateException if positions were kept for another number of shards
     */
    void register(int shards) {
        Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into reader (name, shard, shards) values (?, ?, ?) on conflict do nothing")) {
                statement.setString(1, name);
                statement.setInt(2, shard);
                statement.setInt(3, shards);
                return statement.executeUpdate();
            }
        });
        int known = Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement("select max(shards) from reader where name = ?")) {
                statement.setString(1, name);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getInt(1);
                }
            }
        });
        if (known != shards) {
            throw new IllegalStateException(name + " has positions for " + known + " shards, not " + shards
                    + ": rebuild it under another name");
        }
    }

    /** Takes the lease when it is free; the position to go on from, or empty when another holds it. */
    Optional<Position> acquire() {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    update reader set holder = ?, epoch = epoch + 1,
                        expires_at = clock_timestamp() + ? * interval '1 millisecond'
                    where name = ? and shard = ? and (holder is null or expires_at < clock_timestamp())
                    returning epoch, generation, tx::text::bigint, ordinal
                    """)) {
                statement.setObject(1, holder);
                statement.setLong(2, duration.toMillis());
                statement.setString(3, name);
                statement.setInt(4, shard);
                try (ResultSet result = statement.executeQuery()) {
                    if (!result.next()) {
                        return Optional.empty();
                    }
                    epoch = result.getLong(1);
                    return Optional.of(new Position(result.getInt(2), result.getLong(3), result.getInt(4)));
                }
            }
        });
    }

    /** Moves the position in the connection's transaction, and extends the lease. */
    void advance(Connection connection, Position position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update reader set generation = ?, tx = ?::text::xid8, ordinal = ?,
                    expires_at = clock_timestamp() + ? * interval '1 millisecond'
                where name = ? and shard = ? and epoch = ? and holder = ?
                """)) {
            statement.setInt(1, position.generation());
            statement.setString(2, Long.toUnsignedString(position.transaction()));
            statement.setInt(3, position.ordinal());
            statement.setLong(4, duration.toMillis());
            statement.setString(5, name);
            statement.setInt(6, shard);
            statement.setLong(7, epoch);
            statement.setObject(8, holder);
            if (statement.executeUpdate() != 1) {
                throw new Lost(name);
            }
        }
    }

    /** Extends the lease without moving. */
    void renew() {
        int renewed = Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    update reader set expires_at = clock_timestamp() + ? * interval '1 millisecond'
                    where name = ? and shard = ? and epoch = ? and holder = ?
                    """)) {
                statement.setLong(1, duration.toMillis());
                statement.setString(2, name);
                statement.setInt(3, shard);
                statement.setLong(4, epoch);
                statement.setObject(5, holder);
                return statement.executeUpdate();
            }
        });
        if (renewed != 1) {
            throw new Lost(name);
        }
    }

    /**
     * Renews the lease while something is done that may take longer than it lasts, such as waiting for another server:
     * otherwise two holders would take it from each other, and neither would ever move. A process that is frozen renews
     * nothing, and what hangs is given up after a minute, so the successor waits for neither. Whether it was kept, the next
     * {@link #advance} says.
     */
    void keepDuring(Runnable work) {
        CountDownLatch over = new CountDownLatch(1);
        Thread.ofVirtual().name(name + "-lease").start(() -> renewUntil(over));
        try {
            work.run();
        } finally {
            over.countDown();
        }
    }

    private void renewUntil(CountDownLatch over) {
        long beginning = System.nanoTime();
        try {
            while (!over.await(renewAfter().toMillis(), TimeUnit.MILLISECONDS)
                    && System.nanoTime() - beginning < LONGEST_WORK.toNanos()) {
                renewIfPossible();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Lost e) {
            LOG.debugf(e, "%s is another's before its work has ended", name);
        }
    }

    private void renewIfPossible() {
        try {
            renew();
        } catch (Lost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debugf(e, "the lease of %s is not renewed now", name);
        }
    }

    /** Lets the next holder begin at once; without it he waits until the lease expires. */
    void release() {
        Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "update reader set holder = null where name = ? and shard = ? and epoch = ? and holder = ?")) {
                statement.setString(1, name);
                statement.setInt(2, shard);
                statement.setLong(3, epoch);
                statement.setObject(4, holder);
                return statement.executeUpdate();
            }
        });
    }

    Duration renewAfter() {
        return duration.dividedBy(3);
    }
}
