package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

import io.serviceconcept.eventsourcing.InboundEvent;

/** Rows of the table {@code operator_action}: written once, never changed. */
final class OperatorActionRows {

    enum Action {
        REPLAY,
        DISCARD
    }

    private OperatorActionRows() {
    }

    static void insert(Connection connection, Action action, String operator, InboundEvent event, String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into operator_action (source, organisation, stream, sequence, event_id, operator, action, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            InboxRows.setStream(statement, event);
            statement.setObject(4, event.sequence(), Types.BIGINT);
            statement.setObject(5, event.id());
            statement.setString(6, operator);
            statement.setString(7, action.name());
            statement.setString(8, ParkingReason.storable(reason));
            statement.executeUpdate();
        }
    }

    static void insertRewind(Connection connection, String operator, String reason) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("insert into operator_action (operator, action, reason) values (?, 'REWIND', ?)")) {
            statement.setString(1, operator);
            statement.setString(2, reason);
            statement.executeUpdate();
        }
    }

    static boolean wasDiscarded(Connection connection, InboundEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select 1 from operator_action where source = ? and organisation = ? and stream = ? and event_id = ?
                and action = 'DISCARD' limit 1
                """)) {
            InboxRows.setStream(statement, event);
            statement.setObject(4, event.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
