package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.StreamId;

/** Rows of the table {@code inbox}, and how a stream stands; events here have a sequence. */
final class InboxRows {

    private InboxRows() {
    }

    /**
     * How a stream stands.
     *
     * @param last the highest sequence that is done, 0 when none
     * @param halted whether a parked record halts it
     * @param parked whether anything of it is parked
     */
    record Head(long last, boolean halted, boolean parked) {
    }

    static Head head(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce((select max(sequence) from inbox i where i.source = s.source
                                 and i.organisation = s.organisation and i.stream = s.stream), 0),
                       exists (select 1 from inbox_parked p where p.source = s.source
                               and p.organisation = s.organisation and p.stream = s.stream and p.halts),
                       exists (select 1 from inbox_parked p where p.source = s.source
                               and p.organisation = s.organisation and p.stream = s.stream and p.sequence > 0)
                from (values (?, ?, ?)) s(source, organisation, stream)
                """)) {
            setStream(statement, event);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Head(row.getLong(1), row.getBoolean(2), row.getBoolean(3));
            }
        }
    }

    /** Whether this very event was handled, or discarded by an operator. */
    static boolean isDone(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select 1 from inbox where source = ? and organisation = ? and stream = ? and sequence = ? and event_id = ?
                """)) {
            setStream(statement, event);
            statement.setLong(4, Objects.requireNonNull(event.sequence()));
            statement.setObject(5, event.id());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return true;
                }
            }
        }
        return OperatorActionRows.wasDiscarded(connection, event);
    }

    static void remember(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into inbox (source, organisation, stream, sequence, event_id) values (?, ?, ?, ?, ?)")) {
            setStream(statement, event);
            statement.setLong(4, Objects.requireNonNull(event.sequence()));
            statement.setObject(5, event.id());
            statement.executeUpdate();
        }
    }

    /**
     * Whoever parks or takes a parked record of a stream holds this lock until his transaction ends. Without it one could
     * park behind a halt that an operator lifts meanwhile, and nobody would come by to take it.
     */
    static void lock(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, StreamId.hash(event.organisation(), "inbox\0" + event.source() + '\0' + event.stream()));
            statement.execute();
        }
    }

    static void setStream(PreparedStatement statement, InboundEvent event) throws SQLException {
        statement.setString(1, event.source());
        statement.setString(2, event.organisation());
        statement.setString(3, event.stream());
    }
}
