package io.serviceconcept.eventsourcing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import io.serviceconcept.local.LocalPostgres;

/** A foreign transaction that has written and stays open: nobody may read past it, since it could still append. */
final class HeldTransaction {

    private final Connection connection;
    private final long transaction;

    HeldTransaction(LocalPostgres postgres) throws SQLException {
        connection = DriverManager.getConnection(postgres.jdbcUrl(Database.PRODUCER), Database.PRODUCER, Database.PRODUCER);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction_timeout = 0");
            connection.setAutoCommit(false);
            try (ResultSet result = statement.executeQuery("select pg_current_xact_id()::text::bigint")) {
                result.next();
                transaction = result.getLong(1);
            }
            connection.setSavepoint();
            statement.execute("create table held_" + transaction + " ()");
        }
    }

    /** Whatever moved along the log meanwhile has stopped before this transaction. */
    void assertNotPassed(LogTail tail, DataSource dataSource) throws SQLException {
        assertThat(tail.position().transaction()).as("a log reader while %s is open", transaction)
                .isLessThan(transaction);
        assertThat(Database.number(dataSource, "select count(*) from reader where tx >= '" + transaction + "'"))
                .as("projections and relays beyond the open transaction").isZero();
    }

    void end(boolean commit) throws SQLException {
        try (connection) {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }
}
