package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** Many rows of a stream in one transaction, the two best ways that plain JDBC knows. */
final class PlainBatches {

    /** Makes one statement with many rows of a batch; without it there is a message per row. */
    static final Map<String, String> REWRITTEN = Map.of("reWriteBatchedInserts", "true");

    private PlainBatches() {
    }

    static Callers.Operation rewritten(DataSource dataSource, List<OwnStreams> streams, int batch) {
        return caller -> {
            OwnStreams own = streams.get(caller);
            int stream = own.pick();
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement statement = connection.prepareStatement(PlainRows.INSERT)) {
                    for (int i = 0; i < batch; i++) {
                        PlainRows.bind(statement, own.id(stream), own.version(stream) + 1 + i, i, Events.pooled(stream + i));
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            own.appended(stream, batch);
            return batch;
        };
    }

    static Callers.Operation arrays(DataSource dataSource, List<OwnStreams> streams, int batch) {
        return caller -> {
            OwnStreams own = streams.get(caller);
            int stream = own.pick();
            insertArrays(dataSource, own, stream, batch);
            own.appended(stream, batch);
            return batch;
        };
    }

    private static void insertArrays(DataSource dataSource, OwnStreams own, int stream, int batch) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PlainRows.INSERT_ARRAYS)) {
            PlainRows.bindArrays(connection, statement, own.id(stream), own.version(stream), stream, batch);
            statement.executeUpdate();
        }
    }
}
