package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;

/** Connections and transactions of the kernel's own. */
final class Sql {

    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    private Sql() {
    }

    /** @throws EventStoreUnavailable when the database is away; a statement that is wrong is an IllegalStateException */
    static <T extends @Nullable Object> T call(DataSource dataSource, Work<T> work) {
        try (Connection connection = connect(dataSource)) {
            return work.with(connection);
        } catch (SQLException e) {
            if (EventStoreUnavailable.isMeantBy(e)) {
                throw new EventStoreUnavailable(e);
            }
            throw new IllegalStateException("a statement was refused", e);
        }
    }

    /** Whatever hinders a connection, no statement is to blame. */
    private static Connection connect(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new EventStoreUnavailable(
                    new SQLTransientConnectionException("no connection: " + e.getMessage(), e.getSQLState(), e));
        }
    }

    /** Commits what the work wrote, or nothing of it. */
    static <T extends @Nullable Object> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        T result;
        try {
            result = work.with(connection);
            connection.commit();
        } catch (Throwable e) {
            // an Error too: turning auto-commit on again would commit what was written so far
            rollback(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    /**
     * Gives the transaction as long, from now, as the driver waits for any answer. A limit that runs is only replaced by
     * taking it away first.
     */
    static void mayTakeLong(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local transaction_timeout = 0; set local transaction_timeout = "
                    + StartupGuards.LONGEST_TRANSACTION.toMillis());
        }
    }

    /**
     * What cannot be rolled back is lost with its connection, which the pool throws away when it is closed. It must not be
     * aborted: the pool would wait for its return for ever, and have one connection less.
     */
    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The server has undone the transaction, so that trying again does nothing twice: a deadlock or a limit of time. */
    static boolean isUndone(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("40") || state.equals("55P03") || state.equals("57014"));
    }
}
