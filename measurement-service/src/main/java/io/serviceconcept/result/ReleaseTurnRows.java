package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import io.serviceconcept.jdbc.Rows;

/**
 * Whose turn it is to release. Holding the row keeps a releaser that lost its lease without knowing from writing what it
 * read before its successor: it reads only when it has the row.
 */
final class ReleaseTurnRows {

    private ReleaseTurnRows() {
    }

    /** The local day on which open periods were last looked at. */
    static LocalDate day(Connection connection) throws SQLException {
        return day(connection, "SELECT day FROM release_turn");
    }

    /** Waits until no other releaser has the turn, and keeps it until the transaction ends. */
    static void take(Connection connection) throws SQLException {
        day(connection, "SELECT day FROM release_turn FOR UPDATE");
    }

    static void reached(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE release_turn SET day = ?")) {
            Rows.bind(statement, today).executeUpdate();
        }
    }

    private static LocalDate day(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return Rows.day(rows, "day");
        }
    }
}
