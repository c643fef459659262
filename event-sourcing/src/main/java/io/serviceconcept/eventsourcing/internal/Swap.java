package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;

/**
 * Puts the new rows of a group of projections in the place of the old ones, in one transaction, so that a statement reads
 * either the one or the other. It gives up, to be tried again, when it cannot have the tables at once.
 * <p>
 * Whoever wrote before the tables were locked has committed; whoever comes later waits, and then writes the new rows. All
 * that is left to do is to bring the new rows to where the old ones are.
 */
final class Swap {

    /** Events that may be missing when the tables are locked: a part of a second's work. */
    private static final int FEW = 1_000;
    private static final int BATCH = 1_000;
    private static final int MOST = 5_000;

    /** The new rows are too far behind. */
    static final class TooFarBehind extends RuntimeException {
        TooFarBehind() {
            super("the new rows are too far behind to be brought up with the tables locked", null, false, false);
        }
    }

    private final ProjectionGroup group;
    private final List<RebuildRows.Shard> shards;
    private final ShadowTables tables;
    private final EventRows events;

    Swap(ProjectionGroup group, List<RebuildRows.Shard> shards, EventRows events) {
        this.group = group;
        this.shards = shards;
        this.tables = new ShadowTables(group);
        this.events = events;
    }

    /** Whether so few events are missing that the swap may be tried. */
    boolean isNear(Connection connection) throws SQLException {
        int missing = 0;
        for (RebuildRows.Shard shard : shards) {
            Position position = position(connection, shard.reader(), shard.shard(), "");
            int own = missing(connection, position, shard.slots());
            // a few may be all there are, and are filled in all the same before tables are locked
            missing += own > 0 && position.equals(Position.START) ? FEW : own;
        }
        return missing < FEW;
    }

    private static int missing(Connection connection, Position after, Slots slots) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select count(*) from (
                    select 1 from event where (generation, tx, ordinal) > (?, ?::text::xid8, ?) and slot between ? and ?
                    order by generation, tx, ordinal limit ?) missing
                """)) {
            statement.setInt(1, after.generation());
            statement.setString(2, Long.toUnsignedString(after.transaction()));
            statement.setInt(3, after.ordinal());
            statement.setInt(4, slots.first());
            statement.setInt(5, slots.last());
            statement.setInt(6, FEW);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /**
     * @param patience how long writers may be held up until those before them have ended
     * @return false when the rebuild is not to be swapped any more
     * @throws IllegalStateException when a table was altered since it was copied
     * @throws TooFarBehind when the new rows cannot be brought up in short
     * @throws SQLException with the state of {@link #isTaken} when the tables could not be had in short
     */
    boolean swap(Connection connection, Duration patience) throws SQLException {
        if (!RebuildRows.lock(connection, group.name()).equals(Optional.of(RebuildState.SWAPPING))) {
            return false;
        }
        // nobody reads the copies: to wait a second for them is enough for an autovacuum to be sent away
        waitAtMost(connection, Duration.ofMillis(1_500));
        ShadowTables.lock(connection, group.shadow(), group.tables(), "access exclusive");
        long begun = System.nanoTime();
        waitAtMost(connection, patience);
        ShadowTables.lock(connection, ShadowTables.LIVE, group.tables(), "exclusive");
        tables.requireSameShape(connection);
        for (Projection projection : group.projections()) {
            bringUp(connection, projection);
        }
        // readers wait from here on, and writers longer than they did so far, so it must be had within moments
        waitAtMost(connection, Duration.ofMillis(200));
        ShadowTables.lock(connection, ShadowTables.LIVE, group.tables(), "access exclusive");
        tables.swap(connection);
        RebuildRows.swapped(connection, group.name(), Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return true;
    }

    /** Whether somebody else held what the swap needs or waited for what the swap held, or all of it took too long. */
    static boolean isTaken(SQLException e) {
        return "55P03".equals(e.getSQLState()) || "40P01".equals(e.getSQLState()) || EventStoreUnavailable.isTooLong(e);
    }

    private static void waitAtMost(Connection connection, Duration time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            statement.setString(1, time.toMillis() + "ms");
            statement.execute();
        }
    }

    private void bringUp(Connection connection, Projection projection) throws SQLException {
        List<RebuildRows.Shard> own = shards.stream().filter(s -> s.projection().equals(projection.name())).toList();
        tables.enter(connection);
        if (projection.inline()) {
            Position earliest = bringUpInline(connection, projection, own);
            for (int shard = 0; shard < projection.shards(); shard++) {
                goOnFrom(connection, projection, shard, earliest);
            }
        } else {
            for (RebuildRows.Shard shard : own) {
                goOnFrom(connection, projection, shard.shard(), bringUp(connection, projection, shard));
            }
        }
        forget(connection, projection);
    }

    /**
     * Applies everything that is committed, also beyond the oldest open transaction: readers know those rows already. An
     * appender that waits for the tables has its transaction id, so the positions stay before its events, and it will
     * find the version before its own: that was committed before it got the lock of the stream. The positions stay, and
     * what is met again has no effect.
     *
     * @return the earliest of the positions
     */
    private Position bringUpInline(Connection connection, Projection projection, List<RebuildRows.Shard> own)
            throws SQLException {
        for (RebuildRows.Shard shard : own) {
            Position position = position(connection, shard.reader(), shard.shard());
            int done = 0;
            List<RecordedEvent> next;
            do {
                next = events.readCommitted(connection, position, shard.slots(), BATCH);
                done += next.size();
                if (done > MOST) {
                    throw new TooFarBehind();
                }
                if (!next.isEmpty()) {
                    projection.project(connection, 0, next);
                    RebuildRows.done(connection, group.name(), shard, next.size());
                    position = next.getLast().position();
                }
            } while (next.size() == BATCH);
        }
        Position earliest = null;
        for (RebuildRows.Shard shard : own) {
            Position position = position(connection, shard.reader(), shard.shard());
            earliest = earliest == null || position.compareTo(earliest) < 0 ? position : earliest;
        }
        return earliest == null ? Position.START : earliest;
    }

    /** Goes as far as the rows that are read now, or further. */
    private Position bringUp(Connection connection, Projection projection, RebuildRows.Shard shard) throws SQLException {
        Position live = position(connection, Readers.nameOf(projection), shard.shard());
        Position position = position(connection, shard.reader(), shard.shard());
        Slots slots = shard.slots();
        for (int done = 0; position.compareTo(live) < 0; done += BATCH) {
            List<RecordedEvent> next = events.readLog(connection, position, slots, BATCH);
            if (done >= MOST) {
                throw new TooFarBehind();
            }
            if (next.isEmpty()) {
                // the live position was set by hand, or adopted: there is nothing between the two
                return live;
            }
            projection.project(connection, shard.shard(), next);
            RebuildRows.done(connection, group.name(), shard, next.size());
            position = next.getLast().position();
        }
        return position;
    }

    /** The position, which stays what it is until the transaction ends. */
    private static Position position(Connection connection, String reader, int shard) throws SQLException {
        return position(connection, reader, shard, " for update");
    }

    private static Position position(Connection connection, String reader, int shard, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select generation, tx::text::bigint, ordinal from reader where name = ? and shard = ?" + lock)) {
            statement.setString(1, reader);
            statement.setInt(2, shard);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Position(row.getInt(1), row.getLong(2), row.getInt(3)) : Position.START;
            }
        }
    }

    /** The holder loses its lease, so that what it is about to commit is undone; then one begins again from here. */
    private static void goOnFrom(Connection connection, Projection projection, int shard, Position position)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into reader (name, shard, shards, generation, tx, ordinal) values (?, ?, ?, ?, ?::text::xid8, ?)
                on conflict (name, shard) do update set generation = excluded.generation, tx = excluded.tx,
                    ordinal = excluded.ordinal, epoch = reader.epoch + 1, holder = null, expires_at = null
                """)) {
            statement.setString(1, Readers.nameOf(projection));
            statement.setInt(2, shard);
            statement.setInt(3, projection.shards());
            statement.setInt(4, position.generation());
            statement.setString(5, Long.toUnsignedString(position.transaction()));
            statement.setInt(6, position.ordinal());
            statement.executeUpdate();
        }
    }

    /** Whoever fills the copies, without knowing yet that they are in place, finds no lease to commit with. */
    static void forget(Connection connection, Projection projection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from reader where name = ?")) {
            statement.setString(1, RebuildRows.Shard.readerOf(projection.name()));
            statement.executeUpdate();
        }
    }
}
