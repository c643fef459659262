package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.postgresql.util.PSQLException;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;

/** Rows of the table {@code event}, written in one statement and read in two orders. */
final class EventRows {

    private final EventTypes types;
    private final PersonalData personal;

    EventRows(EventTypes types, PersonalData personal) {
        this.types = types;
        this.personal = personal;
    }

    /**
     * Inserts the one event of an append, unless its stream is at another version. The event is written from the last row
     * of its stream: who sees that row has his transaction id after its writer's, so the versions of a stream lie in the
     * order of transaction ids, and the primary key lets only one event follow.
     */
    boolean insert(Connection connection, Prepared append) throws SQLException {
        Prepared.Changed stream = append.streams().getFirst();
        try {
            return stream.expectedVersion() == 0 ? begin(connection, stream, append.metadataJson())
                    : follow(connection, stream, append.metadataJson());
        } catch (SQLException e) {
            if (isOvertaken(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Another writer has followed on the same event at the same moment: nothing is written. */
    static boolean isOvertaken(SQLException e) {
        return e instanceof PSQLException thrown && thrown.getServerErrorMessage() != null
                && "event_pkey".equals(thrown.getServerErrorMessage().getConstraint());
    }

    private static boolean begin(Connection connection, Prepared.Changed stream, String metadata) throws SQLException {
        Prepared.Event event = stream.events().getFirst();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into event (organisation, stream, version, tx, ordinal, slot, is_public, public_sequence, type, data,
                                   metadata, event_id, recorded_at)
                values (?, ?, 1, pg_current_xact_id(), 0, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, clock_timestamp())
                on conflict do nothing
                """)) {
            statement.setString(1, stream.id().organisation());
            statement.setString(2, stream.id().name());
            statement.setInt(3, stream.id().slot());
            statement.setBoolean(4, event.isPublic());
            statement.setLong(5, event.isPublic() ? 1 : 0);
            statement.setString(6, event.type());
            statement.setString(7, event.json());
            statement.setString(8, metadata);
            statement.setObject(9, event.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean follow(Connection connection, Prepared.Changed stream, String metadata) throws SQLException {
        Prepared.Event event = stream.events().getFirst();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into event (organisation, stream, version, tx, ordinal, slot, is_public, public_sequence, type, data,
                                   metadata, event_id, recorded_at)
                select organisation, stream, version + 1, pg_current_xact_id(), 0, slot, ?, public_sequence + ?, ?, ?::jsonb,
                       ?::jsonb, ?, greatest(clock_timestamp(), recorded_at)
                from (select * from event where organisation = ? and stream = ? order by version desc limit 1) head
                where version = ?
                """)) {
            statement.setBoolean(1, event.isPublic());
            statement.setInt(2, event.isPublic() ? 1 : 0);
            statement.setString(3, event.type());
            statement.setString(4, event.json());
            statement.setString(5, metadata);
            statement.setObject(6, event.id());
            statement.setString(7, stream.id().organisation());
            statement.setString(8, stream.id().name());
            statement.setLong(9, stream.expectedVersion());
            return statement.executeUpdate() == 1;
        }
    }

    private static final String INSERT_ALL = """
            with head as materialized (
                select h.organisation, h.stream, h.version, coalesce(b.slot, h.slot) as slot, h.metadata, h.place,
                       coalesce(b.public_sequence, 0) as public_sequence, b.recorded_at
                from unnest(?::text[], ?::text[], ?::bigint[], ?::smallint[], ?::text[]) with ordinality
                     as h(organisation, stream, version, slot, metadata, place)
                left join lateral (
                    select e.version, e.slot, e.public_sequence, e.recorded_at from event e
                    where e.organisation = h.organisation and e.stream = h.stream
                    order by e.version desc limit 1) b on true
                where coalesce(b.version, 0) = h.version),
            moment as materialized (select clock_timestamp() as now)
            insert into event (organisation, stream, version, tx, ordinal, slot, is_public, public_sequence, type, data,
                               metadata, event_id, recorded_at)
            select h.organisation, h.stream, h.version + e.step, pg_current_xact_id(), e.place - 1, h.slot, e.is_public,
                   h.public_sequence + e.public_step, e.type, e.data::jsonb, h.metadata::jsonb, e.event_id,
                   greatest(m.now, h.recorded_at)
            from moment m
            cross join unnest(?::bigint[], ?::int[], ?::int[], ?::boolean[], ?::text[], ?::text[], ?::uuid[])
                       with ordinality as e(head, step, public_step, is_public, type, data, event_id, place)
            join head h on h.place = e.head
            order by e.place
            """;

    /**
     * As {@link #insert(Connection, Prepared)}, all events of many appends in one statement. Of a stream all events are
     * stored or none; of an append to several streams some may be, and then the transaction must not be committed.
     *
     * @return how many events of each append were stored
     * @throws SQLException also when another writer came between, see {@link #isOvertaken}: nothing is stored
     */
    int[] insertAll(Connection connection, List<Prepared> appends) throws SQLException {
        EventArrays arrays = new EventArrays(appends);
        int[] stored = new int[appends.size()];
        try (PreparedStatement statement = connection.prepareStatement(INSERT_ALL + "returning ordinal")) {
            arrays.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stored[arrays.place(row.getInt(1)).append()]++;
                }
            }
        }
        return stored;
    }

    /** As {@link #insertAll}, for whoever needs what was stored. */
    List<List<RecordedEvent>> insertAllReturning(Connection connection, List<Prepared> appends) throws SQLException {
        EventArrays arrays = new EventArrays(appends);
        List<List<RecordedEvent>> stored = new ArrayList<>();
        appends.forEach(append -> stored.add(new ArrayList<>()));
        try (PreparedStatement statement = connection.prepareStatement(INSERT_ALL
                + "returning ordinal, version, generation, tx::text::bigint, public_sequence, recorded_at")) {
            arrays.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    EventArrays.Place place = arrays.place(row.getInt(1));
                    Prepared.Event event = place.event();
                    stored.get(place.append()).add(new RecordedEvent(event.id(), place.stream(), row.getLong(2),
                            new Position(row.getInt(3), row.getLong(4), row.getInt(1)),
                            event.isPublic() ? row.getLong(5) : null, event.event(), place.metadata(),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return stored;
    }

    /** The version of the stream's last committed event, 0 when there is none. */
    static long version(Connection connection, StreamId stream) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(max(version), 0) from event where organisation = ? and stream = ?")) {
            statement.setString(1, stream.organisation());
            statement.setString(2, stream.name());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    List<RecordedEvent> readStream(Connection connection, StreamId stream, long afterVersion, AsOf asOf)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EventRow.COLUMNS + """
                where organisation = ? and stream = ? and version > ? and version <= ? and recorded_at <= ?
                order by version
                """)) {
            statement.setString(1, stream.organisation());
            statement.setString(2, stream.name());
            statement.setLong(3, afterVersion);
            statement.setLong(4, asOf instanceof AsOf.Version(long version) ? version : Long.MAX_VALUE);
            statement.setObject(5, asOf instanceof AsOf.Time(Instant time) ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC)
                    : OffsetDateTime.MAX);
            return open(connection, rows(statement));
        }
    }

    List<RecordedEvent> readLog(Connection connection, Position after, Slots slots, int limit) throws SQLException {
        return open(connection, fetchLog(connection, after, slots, limit).rows());
    }

    /** A generation before the current one is finished: nothing in it can still be open. */
    FetchedPage fetchLog(Connection connection, Position after, Slots slots, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EventRow.COLUMNS + """
                where (generation, tx, ordinal) > (?, ?::text::xid8, ?)
                  and (tx < pg_snapshot_xmin(pg_current_snapshot())
                       or generation < (select generation from event_generation))
                  and slot between ? and ?
                order by event.generation, event.tx, event.ordinal
                limit ?
                """)) {
            statement.setInt(1, after.generation());
            statement.setString(2, Long.toUnsignedString(after.transaction()));
            statement.setInt(3, after.ordinal());
            statement.setInt(4, slots.first());
            statement.setInt(5, slots.last());
            statement.setInt(6, limit);
            return page(rows(statement));
        }
    }

    FetchedPage page(List<EventRow> fetched) {
        return new FetchedPage(fetched, types, personal);
    }

    /**
     * The next events in order of position, also those that an open transaction may still precede: only for who applies
     * version v on v−1 and meets every event again.
     */
    List<RecordedEvent> readCommitted(Connection connection, Position after, Slots slots, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EventRow.COLUMNS + """
                where (generation, tx, ordinal) > (?, ?::text::xid8, ?) and slot between ? and ?
                order by event.generation, event.tx, event.ordinal
                limit ?
                """)) {
            statement.setInt(1, after.generation());
            statement.setString(2, Long.toUnsignedString(after.transaction()));
            statement.setInt(3, after.ordinal());
            statement.setInt(4, slots.first());
            statement.setInt(5, slots.last());
            statement.setInt(6, limit);
            return open(connection, rows(statement));
        }
    }

    private static List<EventRow> rows(PreparedStatement statement) throws SQLException {
        List<EventRow> all = new ArrayList<>();
        // without the pool's wrapper, whose check of every value is a tenth of reading a log
        try (ResultSet rows = statement.executeQuery()) {
            ResultSet row = rows.unwrap(ResultSet.class);
            while (row.next()) {
                all.add(EventRow.of(row));
            }
        }
        return all;
    }

    private List<RecordedEvent> open(Connection connection, List<EventRow> rows) throws SQLException {
        SealedEvents events = SealedEvents.of(types, rows);
        return events.open(personal.toRead(connection, events.subjects()));
    }
}
