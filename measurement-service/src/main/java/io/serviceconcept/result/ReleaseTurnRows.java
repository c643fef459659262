package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whose turn it is to change what is released. */
final class ReleaseTurnRows {

    private ReleaseTurnRows() {
    }

    /** Waits until nobody else has the turn, and keeps it until the transaction ends. */
    static void take(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM release_turn FOR UPDATE")) {
            statement.execute();
        }
    }
}
