package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords.Filter;
import io.serviceconcept.eventsourcing.ParkedRecords.Place;

/** Rows of the table {@code inbox_parked}. What has no sequence is kept under 0, and never halts. */
final class ParkedRows {

    private static final String ABOUT = """
            select id, source, organisation, stream, nullif(sequence, 0), event_id, type, time, octet_length(data), halts,
                   reason, parked_at
            from inbox_parked
            """;
    private static final String EVENT = """
            select source, organisation, stream, nullif(sequence, 0), event_id, type, time, data, traceparent, correlation_id
            from inbox_parked
            """;
    private static final String OF_STREAM = " where source = ? and organisation = ? and stream = ?";

    private ParkedRows() {
    }

    /** Parks it once; one that waited and turns out to be poison halts from now on. */
    static void park(Connection connection, InboundEvent event, boolean halts, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into inbox_parked (source, organisation, stream, sequence, event_id, type, time, data, traceparent,
                                          correlation_id, halts, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (source, organisation, stream, sequence, event_id) do update
                set halts = true, reason = excluded.reason where excluded.halts
                """)) {
            InboxRows.setStream(statement, event);
            statement.setLong(4, keptUnder(event));
            statement.setObject(5, event.id());
            statement.setString(6, event.type());
            statement.setObject(7, OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC));
            statement.setBytes(8, event.data());
            statement.setString(9, event.traceparent());
            statement.setObject(10, event.correlationId(), Types.OTHER);
            statement.setBoolean(11, halts && event.sequence() != null);
            statement.setString(12, ParkingReason.storable(reason));
            statement.executeUpdate();
        }
    }

    /** Those that claim a place in a stream; more than one when an operator has to decide which counts. */
    static List<InboundEvent> ofSequence(Connection connection, InboundEvent sibling, long sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENT + OF_STREAM + " and sequence = ? limit 2")) {
            InboxRows.setStream(statement, sibling);
            statement.setLong(4, sequence);
            try (ResultSet row = statement.executeQuery()) {
                List<InboundEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        }
    }

    /** Those of one sequence halt their stream from now on, or no longer. */
    static void mark(Connection connection, InboundEvent sibling, long sequence, boolean halts, String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update inbox_parked set halts = ?, reason = ?
                where source = ? and organisation = ? and stream = ? and sequence = ?
                """)) {
            statement.setBoolean(1, halts);
            statement.setString(2, ParkingReason.storable(reason));
            statement.setString(3, sibling.source());
            statement.setString(4, sibling.organisation());
            statement.setString(5, sibling.stream());
            statement.setLong(6, sequence);
            statement.executeUpdate();
        }
    }

    /** It was tried once more in vain: the reason is new, and it halts its stream if it has a place in one. */
    static void tryFailed(Connection connection, InboundEvent event, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update inbox_parked set halts = sequence > 0, reason = ?
                where source = ? and organisation = ? and stream = ? and sequence = ? and event_id = ?
                """)) {
            statement.setString(1, reason);
            statement.setString(2, event.source());
            statement.setString(3, event.organisation());
            statement.setString(4, event.stream());
            statement.setLong(5, keptUnder(event));
            statement.setObject(6, event.id());
            statement.executeUpdate();
        }
    }

    static void remove(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("delete from inbox_parked" + OF_STREAM + " and sequence = ? and event_id = ?")) {
            InboxRows.setStream(statement, event);
            statement.setLong(4, keptUnder(event));
            statement.setObject(5, event.id());
            statement.executeUpdate();
        }
    }

    static Optional<InboundEvent> event(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENT + " where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(event(row)) : Optional.empty();
            }
        }
    }

    static Optional<ParkedRecord> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ABOUT + " where id = ?")) {
            statement.setObject(1, id);
            return abouts(statement).stream().findFirst();
        }
    }

    static Optional<ParkedRecord> firstHalting(Connection connection, InboundEvent sibling) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement(ABOUT + OF_STREAM + " and halts order by sequence, id limit 1")) {
            InboxRows.setStream(statement, sibling);
            return abouts(statement).stream().findFirst();
        }
    }

    static long count(Connection connection, InboundEvent sibling) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from inbox_parked" + OF_STREAM)) {
            InboxRows.setStream(statement, sibling);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static List<ParkedRecord> list(Connection connection, Filter filter, @Nullable Place after, int limit)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(ABOUT).append(" where true");
        add(sql, values, " and source = ?", filter.source());
        add(sql, values, " and organisation = ?", filter.organisation());
        add(sql, values, " and halts = ?", filter.halting());
        if (after != null) {
            add(sql, values, " and (parked_at, id) > (?, ", OffsetDateTime.ofInstant(after.parkedAt(), ZoneOffset.UTC));
            add(sql, values, "?)", after.id());
        }
        add(sql, values, " order by parked_at, id limit ?", limit);
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return abouts(statement);
        }
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static List<ParkedRecord> abouts(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<ParkedRecord> found = new ArrayList<>();
            while (row.next()) {
                found.add(new ParkedRecord(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        row.getString(4), row.getObject(5, Long.class), row.getObject(6, UUID.class), row.getString(7),
                        instant(row, 8), row.getLong(9), row.getBoolean(10), row.getString(11), instant(row, 12)));
            }
            return found;
        }
    }

    private static InboundEvent event(ResultSet row) throws SQLException {
        return new InboundEvent(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class),
                row.getObject(5, UUID.class), row.getString(6), instant(row, 7), row.getBytes(8), row.getString(9),
                row.getObject(10, UUID.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static long keptUnder(InboundEvent event) {
        return event.sequence() == null ? 0 : event.sequence();
    }
}
