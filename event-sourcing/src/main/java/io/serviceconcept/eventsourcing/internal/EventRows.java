package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;

/** Rows of the table {@code event}, written in one statement and read in two orders. */
final class EventRows {

    /** What is ordered by {@code tx} must say {@code event.tx}: the bare name is that of the column of text made here. */
    private static final String COLUMNS = """
            select organisation, stream, version, generation, tx::text::bigint, ordinal, public_sequence, type, data::text,
                   metadata::text, event_id, recorded_at
            from event
            """;

    private final EventTypes types;

    EventRows(EventTypes types) {
        this.types = types;
    }

    /** Inserts events of one organisation and one moment. Those whose version is taken are missing in the answer. */
    List<RecordedEvent> insert(Connection connection, List<RecordedEvent> events) throws SQLException {
        RecordedEvent first = events.getFirst();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into event (organisation, stream, version, generation, tx, ordinal, slot, public_sequence, type, data,
                                   metadata, event_id, recorded_at)
                select ?, stream, version, ?, pg_current_xact_id(), ordinal, slot, public_sequence, type, data, ?::jsonb,
                       event_id, ?
                from unnest(?::text[], ?::bigint[], ?::int[], ?::smallint[], ?::bigint[], ?::text[], ?::jsonb[], ?::uuid[])
                     as e(stream, version, ordinal, slot, public_sequence, type, data, event_id)
                on conflict do nothing
                returning event_id, tx::text::bigint
                """)) {
            statement.setString(1, first.stream().organisation());
            statement.setInt(2, first.position().generation());
            statement.setString(3, write(first.metadata()));
            statement.setObject(4, OffsetDateTime.ofInstant(first.recordedAt(), ZoneOffset.UTC));
            array(statement, 5, "text", events.stream().map(e -> e.stream().name()).toArray());
            array(statement, 6, "bigint", events.stream().map(RecordedEvent::version).toArray());
            array(statement, 7, "int", events.stream().map(e -> e.position().ordinal()).toArray());
            array(statement, 8, "smallint", events.stream().map(e -> (short) e.stream().slot()).toArray());
            array(statement, 9, "bigint", events.stream().map(RecordedEvent::publicSequence).toArray());
            array(statement, 10, "text", events.stream().map(e -> types.nameOf(e.event().getClass())).toArray());
            array(statement, 11, "jsonb", events.stream().map(e -> types.write(e.event())).toArray());
            array(statement, 12, "uuid", events.stream().map(RecordedEvent::id).toArray());
            Map<UUID, Long> transactions = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    transactions.put(result.getObject(1, UUID.class), result.getLong(2));
                }
            }
            List<RecordedEvent> stored = new ArrayList<>();
            for (RecordedEvent event : events) {
                Long transaction = transactions.get(event.id());
                if (transaction != null) {
                    stored.add(stored(event, transaction));
                }
            }
            return stored;
        }
    }

    private static RecordedEvent stored(RecordedEvent event, long transaction) {
        Position position = new Position(event.position().generation(), transaction, event.position().ordinal());
        return new RecordedEvent(event.id(), event.stream(), event.version(), position, event.publicSequence(),
                event.event(), event.metadata(), event.recordedAt());
    }

    List<RecordedEvent> readStream(Connection connection, StreamId stream, long afterVersion) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                COLUMNS + "where organisation = ? and stream = ? and version > ? order by version")) {
            statement.setString(1, stream.organisation());
            statement.setString(2, stream.name());
            statement.setLong(3, afterVersion);
            return read(statement);
        }
    }

    /** A generation before the current one is finished: nothing in it can still be open. */
    List<RecordedEvent> readLog(Connection connection, Position after, Slots slots, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + """
                where (generation, tx, ordinal) > (?, ?::text::xid8, ?)
                  and (tx < pg_snapshot_xmin(pg_current_snapshot())
                       or generation < (select generation from event_generation))
                  and slot between ? and ?
                order by generation, event.tx, ordinal
                limit ?
                """)) {
            statement.setInt(1, after.generation());
            statement.setString(2, Long.toUnsignedString(after.transaction()));
            statement.setInt(3, after.ordinal());
            statement.setInt(4, slots.first());
            statement.setInt(5, slots.last());
            statement.setInt(6, limit);
            return read(statement);
        }
    }

    /**
     * The next events in order of position, also those that an open transaction may still precede: only for who applies
     * version v on v−1 and meets every event again.
     */
    List<RecordedEvent> readCommitted(Connection connection, Position after, Slots slots, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + """
                where (generation, tx, ordinal) > (?, ?::text::xid8, ?) and slot between ? and ?
                order by generation, event.tx, ordinal
                limit ?
                """)) {
            statement.setInt(1, after.generation());
            statement.setString(2, Long.toUnsignedString(after.transaction()));
            statement.setInt(3, after.ordinal());
            statement.setInt(4, slots.first());
            statement.setInt(5, slots.last());
            statement.setInt(6, limit);
            return read(statement);
        }
    }

    private List<RecordedEvent> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<RecordedEvent> events = new ArrayList<>();
            while (row.next()) {
                events.add(new RecordedEvent(row.getObject(11, UUID.class),
                        new StreamId(row.getString(1), row.getString(2)), row.getLong(3),
                        new Position(row.getInt(4), row.getLong(5), row.getInt(6)), row.getObject(7, Long.class),
                        types.read(row.getString(8), row.getString(9)), readMetadata(row.getString(10)),
                        row.getObject(12, OffsetDateTime.class).toInstant()));
            }
            return events;
        }
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static String write(Metadata metadata) {
        try {
            return EventTypes.json().writeValueAsString(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Metadata readMetadata(String json) {
        try {
            return EventTypes.json().readValue(json, Metadata.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
