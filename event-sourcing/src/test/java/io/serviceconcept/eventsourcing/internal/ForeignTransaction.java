package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

import javax.sql.DataSource;

/** A write transaction of somebody else that is open for as long as he likes. */
final class ForeignTransaction {

    private final Connection connection;
    private final long id;

    ForeignTransaction(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        id = transactionId(connection);
    }

    static long transactionId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_current_xact_id()::text::bigint")) {
            result.next();
            return result.getLong(1);
        }
    }

    long id() {
        return id;
    }

    void savepoint(boolean rolledBack) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into foreign_write values (1)");
        }
        if (rolledBack) {
            connection.rollback(savepoint);
        }
    }

    void end(boolean commit) throws SQLException {
        try (connection) {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
