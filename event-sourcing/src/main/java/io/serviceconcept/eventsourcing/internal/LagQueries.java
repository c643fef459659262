package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Slots;

/**
 * Looks how far everything is behind. A sample costs a snapshot, the table {@code reader}, and one probe of the log's index
 * for each shard. It never reads more than {@value #FURTHEST} entries of the log for a shard.
 */
public final class LagQueries {

    private static final int FURTHEST = 5_000;

    /**
     * Where the next event of a shard was looked for. Shards whose streams rest keep an old position, and the log behind
     * it may be long.
     *
     * @param position where the shard was then
     * @param searched until where there is nothing for it
     */
    private record Search(Position position, Position searched) {
    }

    private record Shard(String name, int shard, int shards, Position position) {
        /** As the loop is called that moves it. */
        String loop() {
            return shards == 1 ? name : name + '-' + shard;
        }
    }

    private final DataSource dataSource;
    private final Readers readers;
    private final Map<String, Search> searches = new HashMap<>();
    private long oldest;
    private Instant oldestSince = Instant.EPOCH;

    public LagQueries(DataSource dataSource, Readers readers) {
        this.dataSource = dataSource;
        this.readers = readers;
    }

    public Lag sample() {
        return new Lag(horizon(), readers());
    }

    /** Only of what this service reads now: positions of what it once read stay in the table. */
    public synchronized List<Lag.Reader> readers() {
        return Sql.call(dataSource, connection -> {
            Set<String> ours = Set.copyOf(readers.names());
            List<Lag.Reader> behind = new ArrayList<>();
            for (Shard shard : shards(connection)) {
                int kind = shard.name().indexOf('-');
                if (ours.contains(shard.loop()) && kind > 0 && !shard.name().startsWith("work-")) {
                    behind.add(new Lag.Reader(shard.name().substring(0, kind), shard.name().substring(kind + 1),
                            shard.shard(), seconds(connection, shard)));
                }
            }
            return List.copyOf(behind);
        });
    }

    public synchronized Lag.Horizon horizon() {
        return Sql.call(dataSource, this::horizon);
    }

    private Lag.Horizon horizon(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint, clock_timestamp()
                from (select pg_current_snapshot() as s) as now
                """); ResultSet row = statement.executeQuery()) {
            row.next();
            long min = row.getLong(1);
            long transactions = row.getLong(2) - min;
            Instant now = row.getObject(3, OffsetDateTime.class).toInstant();
            if (transactions == 0 || min != oldest) {
                oldest = min;
                oldestSince = now;
            }
            double seconds = (now.toEpochMilli() - oldestSince.toEpochMilli()) / 1_000.0;
            return new Lag.Horizon(now, transactions, seconds);
        }
    }

    private static List<Shard> shards(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select name, shard, shards, generation, tx::text::bigint, ordinal from reader order by name, shard");
                ResultSet row = statement.executeQuery()) {
            List<Shard> shards = new ArrayList<>();
            while (row.next()) {
                shards.add(new Shard(row.getString(1), row.getInt(2), row.getInt(3),
                        new Position(row.getInt(4), row.getLong(5), row.getInt(6))));
            }
            return shards;
        }
    }

    private double seconds(Connection connection, Shard shard) throws SQLException {
        Search before = searches.get(shard.loop());
        Position from = shard.position();
        // a relay may have been moved back
        if (before != null && before.position().compareTo(from) <= 0 && before.searched().compareTo(from) > 0) {
            from = before.searched();
        }
        Double age = age(connection, from, Slots.ofShard(shard.shard(), shard.shards()));
        if (age != null) {
            return Math.max(0, age);
        }
        Position searched = furthest(connection, from);
        searches.put(shard.loop(), new Search(shard.position(), searched == null ? from : searched));
        return 0;
    }

    private static @Nullable Double age(Connection connection, Position from, Slots slots) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select extract(epoch from clock_timestamp() - recorded_at)::float8
                from (select * from event where (generation, tx, ordinal) > (?, ?::text::xid8, ?)
                      order by generation, tx, ordinal limit ?) as ahead
                where slot between ? and ?
                order by generation, tx, ordinal limit 1
                """)) {
            setPosition(statement, from);
            statement.setInt(4, FURTHEST);
            statement.setInt(5, slots.first());
            statement.setInt(6, slots.last());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getDouble(1) : null;
            }
        }
    }

    /** Where to look on next time: nothing can still appear before it, nor in a generation that is finished. */
    private static @Nullable Position furthest(Connection connection, Position from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select generation, tx::text::bigint, ordinal from event
                where (generation, tx, ordinal) > (?, ?::text::xid8, ?)
                  and (tx < pg_snapshot_xmin(pg_current_snapshot())
                       or generation < (select generation from event_generation))
                order by event.generation, event.tx, event.ordinal offset ? limit 1
                """)) {
            setPosition(statement, from);
            statement.setInt(4, FURTHEST - 1);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Position(row.getInt(1), row.getLong(2), row.getInt(3)) : null;
            }
        }
    }

    private static void setPosition(PreparedStatement statement, Position position) throws SQLException {
        statement.setInt(1, position.generation());
        statement.setString(2, Long.toUnsignedString(position.transaction()));
        statement.setInt(3, position.ordinal());
    }

    public Lag.Erasures erasures() {
        return Sql.call(dataSource, LagQueries::erasures);
    }

    private static Lag.Erasures erasures(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select count(*), coalesce(extract(epoch from clock_timestamp() - min(erased_at)), 0)::float8
                from subject_erasure where published_at is null
                """); ResultSet row = statement.executeQuery()) {
            row.next();
            return new Lag.Erasures(row.getLong(1), Math.max(0, row.getDouble(2)));
        }
    }
}
