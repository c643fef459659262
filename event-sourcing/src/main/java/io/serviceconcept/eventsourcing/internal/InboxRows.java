package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.Inbox;

/** Rows of the tables {@code inbox} and {@code inbox_parked}; events here always have a sequence, states never get here. */
final class InboxRows {

    private static final String OF_STREAM = " where source = ? and organisation = ? and stream = ?";

    private InboxRows() {
    }

    static long last(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = ofStream(connection, "select coalesce(max(sequence), 0) from inbox" + OF_STREAM,
                event); ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    static boolean isKnown(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = ofStream(connection,
                "select 1 from inbox" + OF_STREAM + " and sequence = ? and event_id = ?", event)) {
            statement.setLong(4, sequence(event));
            statement.setObject(5, event.id());
            return exists(statement);
        }
    }

    static boolean isHalted(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = ofStream(connection, "select 1 from inbox_parked" + OF_STREAM + " and halts",
                event)) {
            return exists(statement);
        }
    }

    /** @return true */
    static boolean remember(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = ofStream(connection,
                "insert into inbox (source, organisation, stream, sequence, event_id) values (?, ?, ?, ?, ?)", event)) {
            statement.setLong(4, sequence(event));
            statement.setObject(5, event.id());
            return statement.executeUpdate() == 1;
        }
    }

    /** @return false: nothing can follow on what waits itself */
    static boolean park(Connection connection, InboundEvent event, boolean halts, String reason) throws SQLException {
        try (PreparedStatement statement = ofStream(connection, """
                insert into inbox_parked (source, organisation, stream, sequence, event_id, type, time, data, traceparent,
                                          halts, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, event)) {
            // a state has no sequence; a bad one is kept under 0 for an operator to look at
            statement.setLong(4, event.sequence() == null ? 0 : sequence(event));
            statement.setObject(5, event.id());
            statement.setString(6, event.type());
            statement.setObject(7, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC));
            statement.setBytes(8, event.data());
            statement.setString(9, event.traceparent());
            statement.setBoolean(10, halts && event.sequence() != null);
            statement.setString(11, shortened(reason));
            statement.executeUpdate();
            return false;
        }
    }

    /** Takes the parked event that follows on the last one handled, if it waits. */
    static @Nullable InboundEvent takeNext(Connection connection, InboundEvent sibling) throws SQLException {
        long sequence = last(connection, sibling) + 1;
        try (PreparedStatement statement = ofStream(connection, "delete from inbox_parked" + OF_STREAM
                + " and sequence = ? and not halts returning event_id, type, time, data, traceparent", sibling)) {
            statement.setLong(4, sequence);
            try (ResultSet row = statement.executeQuery()) {
                return !row.next() ? null
                        : new InboundEvent(sibling.source(), sibling.organisation(), sibling.stream(), sequence,
                                row.getObject(1, UUID.class), row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(), row.getBytes(4), row.getString(5));
            }
        }
    }

    /** The parked event that would follow halts its stream. */
    static int haltNext(Connection connection, InboundEvent sibling, String reason) throws SQLException {
        long sequence = last(connection, sibling) + 1;
        try (PreparedStatement statement = connection.prepareStatement(
                "update inbox_parked set halts = true, reason = ?" + OF_STREAM + " and sequence = ?")) {
            statement.setString(1, shortened(reason));
            statement.setString(2, sibling.source());
            statement.setString(3, sibling.organisation());
            statement.setString(4, sibling.stream());
            statement.setLong(5, sequence);
            return statement.executeUpdate();
        }
    }

    static List<Inbox.Parked> parked(Connection connection, String organisation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select source, stream, sequence, type, reason from inbox_parked where organisation = ?
                order by parked_at, sequence limit 1000
                """)) {
            statement.setString(1, organisation);
            try (ResultSet row = statement.executeQuery()) {
                List<Inbox.Parked> parked = new ArrayList<>();
                while (row.next()) {
                    parked.add(new Inbox.Parked(row.getString(1), row.getString(2), row.getLong(3), row.getString(4),
                            row.getString(5)));
                }
                return parked;
            }
        }
    }

    private static PreparedStatement ofStream(Connection connection, String sql, InboundEvent event) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, event.source());
        statement.setString(2, event.organisation());
        statement.setString(3, event.stream());
        return statement;
    }

    private static boolean exists(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next();
        }
    }

    private static String shortened(String reason) {
        return reason.length() > 1_000 ? reason.substring(0, 1_000) : reason;
    }

    private static long sequence(InboundEvent event) {
        return Objects.requireNonNull(event.sequence());
    }
}
