package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** A row for each of some meters, within the append: version v is applied only on v−1. */
class MeterRows implements Projection {

    private final String table;
    private final String meters;

    MeterRows(String table, String meters) {
        this.table = table;
        this.meters = meters;
    }

    static void createTable(String table) {
        TestDatabase.execute("create table " + table + " (organisation text, stream text, version bigint not null,"
                + " total bigint not null, primary key (organisation, stream))");
    }

    @Override
    public String name() {
        return table.replace('_', '-');
    }

    @Override
    public List<String> tables() {
        return List.of(table);
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        List<RecordedEvent> own = events.stream().filter(e -> e.stream().name().startsWith(meters))
                .sorted(Comparator.comparing(RecordedEvent::stream).thenComparing(RecordedEvent::version)).toList();
        try (PreparedStatement first = connection.prepareStatement("insert into " + table
                + " (total, version, organisation, stream) values (?, ?, ?, ?) on conflict do nothing");
                PreparedStatement next = connection.prepareStatement("update " + table
                        + " set total = total + ?, version = ? where organisation = ? and stream = ? and version = ?")) {
            for (RecordedEvent event : own) {
                PreparedStatement statement = event.version() == 1 ? first : next;
                statement.setLong(1, ((MeterEvent.Read) event.event()).value());
                statement.setLong(2, event.version());
                statement.setString(3, event.stream().organisation());
                statement.setString(4, event.stream().name());
                if (event.version() > 1) {
                    statement.setLong(5, event.version() - 1);
                }
                statement.executeUpdate();
            }
        }
    }
}
