package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/** One prepared insert in a transaction of its own. */
final class PlainInserts implements Callers.Operation {

    private final DataSource dataSource;
    private final List<OwnStreams> streams;

    PlainInserts(DataSource dataSource, List<OwnStreams> streams) {
        this.dataSource = dataSource;
        this.streams = streams;
    }

    @Override
    public int run(int caller) throws SQLException {
        OwnStreams own = streams.get(caller);
        int stream = own.pick();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PlainRows.INSERT)) {
            PlainRows.bind(statement, own.id(stream), own.version(stream) + 1, 0, Events.pooled(stream));
            statement.executeUpdate();
        }
        own.appended(stream, 1);
        return 1;
    }
}
