package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;

/** Moves the relay back, so that it publishes again what it published before. Consumers drop what they had. */
public final class RelayPositions {

    private static final Logger LOG = Logger.getLogger(RelayPositions.class);
    /**
     * Times follow the order of the log, but for what is open at the same time. So what is found by halving is right when it is
     * looked for this much earlier, longer than a transaction lasts.
     */
    private static final Duration DISORDER = StartupGuards.LONGEST_TRANSACTION.plusSeconds(5);

    private final DataSource dataSource;

    public RelayPositions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Moves every shard of the relay that is further to just before the first event recorded at or after the moment. Their
     * holders lose the lease, and go on from there within a third of it. It costs some 40 probes of the log's index, and
     * the events of {@code DISORDER}.
     *
     * @return how many shards were moved; 0 when nothing was recorded since
     */
    public int rewind(Instant to, String operator) {
        int moved = Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            Position first = firstSince(c, to);
            int shards = first == null ? 0 : moveBack(c, first);
            OperatorActionRows.insertRewind(c, operator, "to " + to + ", shards moved: " + shards);
            return shards;
        }));
        LOG.warnf("%s moved the relay back to %s, shards moved: %d", operator, to, moved);
        return moved;
    }

    private static int moveBack(Connection connection, Position first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update reader set generation = ?, tx = ?::text::xid8, ordinal = ?, epoch = epoch + 1, holder = null
                where name like 'relay-%' and (generation, tx, ordinal) > (?, ?::text::xid8, ?)
                """)) {
            String transaction = Long.toUnsignedString(first.transaction());
            for (int at : new int[] { 1, 4 }) {
                statement.setInt(at, first.generation());
                statement.setString(at + 1, transaction);
                // a position is what was read last, so it lies before the first
                statement.setInt(at + 2, first.ordinal() - 1);
            }
            return statement.executeUpdate();
        }
    }

    private static @Nullable Position firstSince(Connection connection, Instant to) throws SQLException {
        int newest = generation(connection);
        for (int generation = 1; generation <= newest; generation++) {
            Position first = firstSince(connection, generation, to);
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    private static @Nullable Position firstSince(Connection connection, int generation, Instant to) throws SQLException {
        OptionalLong lowest = transaction(connection, generation, "asc");
        OptionalLong highest = transaction(connection, generation, "desc");
        if (lowest.isEmpty() || highest.isEmpty()) {
            return null;
        }
        long low = lowest.getAsLong();
        long high = highest.getAsLong();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (isRecordedSince(connection, generation, middle, to.minus(DISORDER))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                select generation, tx::text::bigint, ordinal from event
                where generation = ? and tx >= ?::text::xid8 and recorded_at >= ?
                order by event.generation, event.tx, event.ordinal limit 1
                """)) {
            statement.setInt(1, generation);
            statement.setString(2, Long.toUnsignedString(low));
            statement.setObject(3, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Position(row.getInt(1), row.getLong(2), row.getInt(3)) : null;
            }
        }
    }

    private static boolean isRecordedSince(Connection connection, int generation, long transaction, Instant moment)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select recorded_at >= ? from event where generation = ? and tx >= ?::text::xid8
                order by event.generation, event.tx, event.ordinal limit 1
                """)) {
            statement.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            statement.setInt(2, generation);
            statement.setString(3, Long.toUnsignedString(transaction));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static OptionalLong transaction(Connection connection, int generation, String order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select tx::text::bigint from event where generation = ? order by event.generation " + order + ", event.tx "
                        + order
                        + " limit 1")) {
            statement.setInt(1, generation);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static int generation(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select generation from event_generation");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
