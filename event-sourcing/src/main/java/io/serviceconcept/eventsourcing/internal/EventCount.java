package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.EventTypes;

/** How many events there are: counted as far as that takes a second, else as the planner estimates. */
final class EventCount {

    private EventCount() {
    }

    static long of(DataSource dataSource) {
        try {
            return Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
                single(c, "select set_config('statement_timeout', '1s', true)");
                return Long.parseLong(single(c, "select count(*) from event"));
            }));
        } catch (EventStoreUnavailable e) {
            if (!EventStoreUnavailable.isTooLong(e.getCause())) {
                throw e;
            }
            return estimated(Sql.call(dataSource, c -> single(c, "explain (format json) select 1 from event")));
        }
    }

    private static long estimated(String plan) {
        try {
            return EventTypes.json().readTree(plan).get(0).get("Plan").get("Plan Rows").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
