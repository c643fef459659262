package io.serviceconcept.eventsourcing;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Rows of states that are inserted, updated or deleted in one transaction with a round trip for each statement instead of one
 * for each
 * row. Of those with one key only the row of the highest revision is written, and of equal ones the last, since PostgreSQL
 * refuses to update a row twice in a statement. Statements follow in the order in which they were first used; one that
 * depends on the rows of another is used after {@link #execute()}.
 */
public final class Upserts {

    private record Row(long revision, @Nullable Object[] values) {
    }

    private final Connection connection;
    private final Map<String, Map<List<?>, Row>> statements = new LinkedHashMap<>();

    public Upserts(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param sql an {@code INSERT … VALUES … ON CONFLICT} or a {@code DELETE}
     * @param key of the row that it is about
     * @param revision 0 for all rows where the last is meant
     * @param values of the parameters, in a form that the driver takes
     */
    public void put(String sql, List<?> key, long revision, @Nullable Object... values) {
        statements.computeIfAbsent(sql, s -> new LinkedHashMap<>())
                .merge(key, new Row(revision, values),
                        (earlier, later) -> later.revision() >= earlier.revision() ? later : earlier);
    }

    /**
     * Writes what was put since the last time.
     *
     * @throws SQLException as of a statement by itself: that of a batch quotes all values
     */
    public void execute() throws SQLException {
        for (Map.Entry<String, Map<List<?>, Row>> rows : statements.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(rows.getKey())) {
                for (Row row : rows.getValue().values()) {
                    bind(statement, row.values());
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (BatchUpdateException e) {
                throw e.getCause() instanceof SQLException refused ? refused : e;
            }
        }
        statements.clear();
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
