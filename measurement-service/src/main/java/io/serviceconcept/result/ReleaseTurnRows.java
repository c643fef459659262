package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Whose turn it is to release. Holding the row keeps a releaser that lost its lease without knowing from writing what it
 * read before its successor: it reads only when it has the row.
 */
final class ReleaseTurnRows {

    private ReleaseTurnRows() {
    }

    /** Waits until no other releaser has the turn, and keeps it until the transaction ends. */
    static void take(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM release_turn FOR UPDATE")) {
            statement.execute();
        }
    }
}
