package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

/**
 * Adds up what some meters read, in partial rows: asynchronous, in shards, with a queue of what changed. The value of a
 * reading is multiplied by a factor, which stands for code that changes.
 */
class Totals implements Projection {

    private final String table;
    private final String meters;
    private final int shards;
    private final int factor;

    /** @param meters what the names of the streams begin with */
    Totals(String table, String meters, int shards, int factor) {
        this.table = table;
        this.meters = meters;
        this.shards = shards;
        this.factor = factor;
    }

    static void createTables(String table) {
        createTables(TestDatabase::execute, table);
    }

    static void createTables(Consumer<String> database, String table) {
        database.accept("create table " + table + " (shard int, place int not null default 0, events bigint not null,"
                + " total bigint constraint " + table + "_positive check (total >= 0), note text default 'none',"
                + " constraint " + table + "_key primary key (shard, place)) with (fillfactor = 70)");
        database.accept("create index " + table + "_by_total on " + table + " (total desc, upper(note)) where total > 5");
        database.accept("alter table " + table + " add constraint " + table + "_once unique (place, shard)");
        database.accept("grant select on " + table + " to public");
        database.accept("create table " + table + "_queue (id bigint generated always as identity, place int)");
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
    public List<String> queues() {
        return List.of(table + "_queue");
    }

    @Override
    public int shards() {
        return shards;
    }

    private record Sum(long events, long total) {
        Sum plus(Sum other) {
            return new Sum(events + other.events, total + other.total);
        }
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Map<Integer, Sum> sums = new TreeMap<>();
        for (RecordedEvent event : events) {
            if (event.stream().name().startsWith(meters) && event.event() instanceof MeterEvent.Read read) {
                sums.merge(event.stream().slot() % 16, new Sum(1, read.value() * factor), Sum::plus);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table
                + " as t (shard, place, events, total) values (?, ?, ?, ?) on conflict (shard, place) do update"
                + " set events = t.events + excluded.events, total = t.total + excluded.total");
                PreparedStatement queue = connection.prepareStatement("insert into " + table + "_queue (place) values (?)")) {
            for (Map.Entry<Integer, Sum> sum : sums.entrySet()) {
                statement.setInt(1, shard);
                statement.setInt(2, sum.getKey());
                statement.setLong(3, sum.getValue().events());
                statement.setLong(4, sum.getValue().total());
                statement.addBatch();
                queue.setInt(1, sum.getKey());
                queue.addBatch();
            }
            statement.executeBatch();
            queue.executeBatch();
        }
    }

    /** A row that says so, with as many places as there were before. */
    @Override
    public FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table
                + "_queue (place) select -count(*) from " + before + '.' + table)) {
            return new FollowUp(statement.executeUpdate(), null);
        }
    }
}
