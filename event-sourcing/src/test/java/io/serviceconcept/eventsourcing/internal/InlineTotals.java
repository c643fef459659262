package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** An inline projection as the kernel asks for it: one row a stream, that applies version v only on v-1. */
final class InlineTotals implements Projection {

    static final String TABLE = "create table totals (built text, organisation text, stream text, version bigint,"
            + " total bigint, primary key (built, organisation, stream))";

    private final String built;

    /** @param built which of the tables beside each other: as well a table of its own */
    InlineTotals(String built) {
        this.built = built;
    }

    @Override
    public String name() {
        return "totals";
    }

    @Override
    public List<String> tables() {
        return List.of("totals");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        List<RecordedEvent> sorted = events.stream()
                .sorted(Comparator.comparing(RecordedEvent::stream).thenComparing(RecordedEvent::version)).toList();
        for (RecordedEvent event : sorted) {
            try (PreparedStatement statement = connection.prepareStatement(event.version() == 1
                    ? "insert into totals (version, total, built, organisation, stream) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing"
                    : "update totals set version = ?, total = total + ?"
                            + " where built = ? and organisation = ? and stream = ? and version = ?")) {
                statement.setLong(1, event.version());
                statement.setLong(2, value(event));
                statement.setString(3, built);
                statement.setString(4, event.stream().organisation());
                statement.setString(5, event.stream().name());
                if (event.version() > 1) {
                    statement.setLong(6, event.version() - 1);
                }
                statement.executeUpdate();
            }
        }
    }

    private static long value(RecordedEvent event) {
        return switch ((MeterEvent) event.event()) {
            case MeterEvent.Installed installed -> 1_000_000;
            case MeterEvent.Read read -> read.value();
        };
    }

    /** Version and total of each stream. */
    Map<String, List<Long>> rows(DataSource dataSource, String organisation) throws SQLException {
        Map<String, List<Long>> rows = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select stream, version, total from totals where built = ? and organisation = ?")) {
            statement.setString(1, built);
            statement.setString(2, organisation);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getString(1), List.of(row.getLong(2), row.getLong(3)));
                }
            }
        }
        return rows;
    }
}
