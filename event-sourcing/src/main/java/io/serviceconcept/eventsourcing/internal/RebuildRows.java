package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.Slots;

/** Rows of the tables {@code rebuild} and {@code rebuild_shard}: what all instances know of the rebuilds. */
final class RebuildRows {

    private static final int LONGEST_NOTE = 500;

    private RebuildRows() {
    }

    /** One reader that fills new rows. */
    record Shard(String projection, int shard, int shards) {

        /** Its rows in the table {@code reader}. */
        String reader() {
            return readerOf(projection);
        }

        static String readerOf(String projection) {
            return "rebuild-" + projection;
        }

        Slots slots() {
            return Slots.ofShard(shard, shards);
        }
    }

    /** @return false when one is under way */
    static boolean request(Connection connection, String name, String by) throws SQLException {
        return update(connection, """
                insert into rebuild (name, state, requested_by) values (?, 'REQUESTED', ?)
                on conflict (name) do update set state = excluded.state, requested_by = excluded.requested_by,
                    requested_at = clock_timestamp(), started_at = null, filled_at = null, finished_at = null,
                    events_total = 0, locked_millis = null, note = null, following = null, reached = null,
                    followed_rows = 0
                where rebuild.state in ('DONE', 'CANCELLED', 'FAILED')
                """, name, by) == 1;
    }

    /** The state, which stays what it is until the transaction ends. */
    static Optional<RebuildState> lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("select state from rebuild where name = ? for update")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(RebuildState.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    static void begin(Connection connection, String name, long total, List<Shard> shards) throws SQLException {
        update(connection, "delete from rebuild_shard where rebuild = ?", name);
        for (Shard shard : shards) {
            update(connection, "delete from reader where name = ? and shard = ?", shard.reader(), shard.shard());
            update(connection, "insert into reader (name, shard, shards) values (?, ?, ?)", shard.reader(), shard.shard(),
                    shard.shards());
            update(connection, "insert into rebuild_shard (rebuild, projection, shard, shards) values (?, ?, ?, ?)", name,
                    shard.projection(), shard.shard(), shard.shards());
        }
        update(connection, """
                update rebuild set state = 'RUNNING', started_at = clock_timestamp(), events_total = ?, note = null
                where name = ?
                """, total, name);
    }

    static int filled(Connection connection, String name) throws SQLException {
        return update(connection, """
                update rebuild set state = 'SWAPPING', filled_at = clock_timestamp(), note = null
                where name = ? and state = 'RUNNING'
                """, name);
    }

    static void swapped(Connection connection, String name, long lockedMillis) throws SQLException {
        update(connection, "update rebuild set state = 'SWAPPED', locked_millis = ?, note = null where name = ?",
                lockedMillis, name);
    }

    /**
     * How far what follows from new rows is done.
     *
     * @param projection the last one that did something; null before the first
     * @param reached where it ended; null when nothing of it is left
     */
    record Following(@Nullable String projection, @Nullable String reached) {

        /** Whether nothing of it is left; projections go in order of their names. */
        boolean includes(Projection other) {
            int order = projection == null ? -1 : projection.compareTo(other.name());
            return order > 0 || order == 0 && reached == null;
        }

        /** Where to go on; null to begin. */
        @Nullable
        String reached(Projection other) {
            return other.name().equals(projection) ? reached : null;
        }
    }

    static Following following(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("select following, reached from rebuild where name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Following(row.getString(1), row.getString(2)) : new Following(null, null);
            }
        }
    }

    static void followed(Connection connection, String name, Projection projection, FollowUp piece) throws SQLException {
        update(connection, """
                update rebuild set following = ?, reached = ?, followed_rows = followed_rows + ?, note = null
                where name = ?
                """, projection.name(), piece.reached(), piece.rows(), name);
    }

    static void cancelling(Connection connection, String name) throws SQLException {
        update(connection, "update rebuild set state = 'CANCELLING', note = null where name = ?", name);
    }

    static void over(Connection connection, String name, RebuildState state, @Nullable String note) throws SQLException {
        update(connection, "update rebuild set state = ?, finished_at = clock_timestamp(), note = ? where name = ?",
                state.name(), note, name);
    }

    static int note(Connection connection, String name, @Nullable String note) throws SQLException {
        return update(connection, "update rebuild set note = ? where name = ? and note is distinct from ?", shortened(note),
                name,
                shortened(note));
    }

    static void done(Connection connection, String name, Shard shard, int events) throws SQLException {
        update(connection, """
                update rebuild_shard set events_done = events_done + ?, note = null
                where rebuild = ? and projection = ? and shard = ?
                """, events, name, shard.projection(), shard.shard());
    }

    static int failed(Connection connection, String name, Shard shard, String note) throws SQLException {
        return update(connection, "update rebuild_shard set note = ? where rebuild = ? and projection = ? and shard = ?",
                shortened(note), name, shard.projection(), shard.shard());
    }

    private static @Nullable String shortened(@Nullable String note) {
        return note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    }

    static List<Shard> shards(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select projection, shard, shards from rebuild_shard where rebuild = ? order by projection, shard")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                List<Shard> shards = new ArrayList<>();
                while (row.next()) {
                    shards.add(new Shard(row.getString(1), row.getInt(2), row.getInt(3)));
                }
                return shards;
            }
        }
    }

    /** The last rebuild of every projection that ever had one. */
    static List<RebuildStatus> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select r.name, r.state, r.requested_by, r.requested_at, r.started_at, r.filled_at, r.finished_at,
                       coalesce(s.done, 0), r.events_total, p.generation, p.tx::text::bigint, p.ordinal, r.locked_millis,
                       r.followed_rows, coalesce(r.note, s.note), clock_timestamp()
                from rebuild r
                -- what several projections have done counts as done when each has done it
                left join lateral (select sum(events_done) / count(distinct projection) as done, max(note) as note
                                   from rebuild_shard where rebuild = r.name and r.started_at is not null) s on true
                left join lateral (select generation, tx, ordinal from reader
                                   where name in (select 'rebuild-' || projection from rebuild_shard where rebuild = r.name)
                                   order by generation, tx, ordinal limit 1) p on true
                order by r.name
                """); ResultSet row = statement.executeQuery()) {
            List<RebuildStatus> all = new ArrayList<>();
            while (row.next()) {
                Integer generation = row.getObject(10, Integer.class);
                Position position = generation == null ? null
                        : new Position(generation, row.getLong(11), row.getInt(12));
                all.add(new RebuildStatus(row.getString(1), RebuildState.valueOf(row.getString(2)), row.getString(3),
                        at(row, 4), atOrNull(row, 5), atOrNull(row, 6), atOrNull(row, 7), row.getLong(8), row.getLong(9),
                        position, row.getObject(13, Integer.class), row.getLong(14), row.getString(15), at(row, 16)));
            }
            return all;
        }
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
