package io.serviceconcept.eventsourcing.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/** Writes down every event it is given, in the order it is given, and adds up figures of each stream. */
final class SeenProjection implements Projection {

    static final int SHARDS = 4;

    static void createTables(DataSource dataSource) throws SQLException {
        Database.execute(dataSource, """
                create table seen (n bigserial primary key, shard int not null, stream text not null,
                                   version bigint not null, event_id uuid not null);
                create table figure (stream text, shard int, events bigint not null, total bigint not null,
                                     primary key (stream, shard));
                """);
    }

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into seen (shard, stream, version, event_id)
                select ?, stream, version, event_id
                from unnest(?::text[], ?::bigint[], ?::uuid[]) with ordinality as e(stream, version, event_id, place)
                order by place
                """)) {
            statement.setInt(1, shard);
            statement.setArray(2, connection.createArrayOf("text", events.stream().map(e -> e.stream().name()).toArray()));
            statement.setArray(3, connection.createArrayOf("bigint", events.stream().map(RecordedEvent::version).toArray()));
            statement.setArray(4, connection.createArrayOf("uuid", events.stream().map(RecordedEvent::id).toArray()));
            statement.executeUpdate();
        }
        addUp(connection, shard, events);
    }

    private static void addUp(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> totals = new TreeMap<>();
        for (RecordedEvent event : events) {
            counts.merge(event.stream().name(), 1L, Long::sum);
            totals.merge(event.stream().name(), Marks.value((MeterEvent) event.event()), Long::sum);
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into figure (stream, shard, events, total)
                select stream, ?, events, total from unnest(?::text[], ?::bigint[], ?::bigint[]) as e(stream, events, total)
                on conflict (stream, shard) do update set events = figure.events + excluded.events,
                    total = figure.total + excluded.total
                """)) {
            statement.setInt(1, shard);
            statement.setArray(2, connection.createArrayOf("text", counts.keySet().toArray()));
            statement.setArray(3, connection.createArrayOf("bigint", counts.values().toArray()));
            statement.setArray(4, connection.createArrayOf("bigint", totals.values().toArray()));
            statement.executeUpdate();
        }
    }
}
