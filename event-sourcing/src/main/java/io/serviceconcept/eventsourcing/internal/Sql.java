package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;

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
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            if (isOurMistake(e)) {
                throw new IllegalStateException("a statement was refused", e);
            }
            throw new EventStoreUnavailable(e);
        }
    }

    /** Commits what the work wrote, or nothing of it. */
    static <T extends @Nullable Object> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Wrong data, a broken constraint or a wrong statement: trying again does not help. */
    static boolean isOurMistake(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }
}
