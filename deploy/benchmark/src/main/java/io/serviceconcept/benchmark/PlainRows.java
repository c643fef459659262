package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;

import io.serviceconcept.eventsourcing.StreamId;

/** The kernel's row written with plain JDBC, into a table with the same columns and the same indexes. */
final class PlainRows {

    static final String TABLE = "create table plain_event (like event including all)";

    private static final String COLUMNS = """
            insert into plain_event (organisation, stream, version, generation, tx, ordinal, slot, is_public, public_sequence,
                                     type, data, metadata, event_id, recorded_at)
            """;

    /** One row; the driver makes a multi-row insert of a batch of them when it is told to. */
    static final String INSERT = COLUMNS
            + "values (?, ?, ?, 1, pg_current_xact_id(), ?, ?, false, 0, ?, ?::jsonb, ?::jsonb, ?, ?)";

    /** Many rows of one stream as arrays. */
    static final String INSERT_ARRAYS = COLUMNS + """
            select ?, ?, version, 1, pg_current_xact_id(), ordinal, ?, false, 0, ?, data, ?::jsonb, event_id, ?
            from unnest(?::bigint[], ?::int[], ?::jsonb[], ?::uuid[]) as e(version, ordinal, data, event_id)
            """;

    private PlainRows() {
    }

    static void bind(PreparedStatement statement, StreamId stream, long version, int ordinal, ResponseReceived event)
            throws SQLException {
        statement.setString(1, stream.organisation());
        statement.setString(2, stream.name());
        statement.setLong(3, version);
        statement.setInt(4, ordinal);
        statement.setInt(5, stream.slot());
        statement.setString(6, ResponseReceived.TYPE);
        statement.setString(7, Events.TYPES.write(event));
        statement.setString(8, Events.metadata());
        statement.setObject(9, UUID.randomUUID());
        statement.setObject(10, now());
    }

    static void bindArrays(Connection connection, PreparedStatement statement, StreamId stream, long version, int first,
            int count) throws SQLException {
        statement.setString(1, stream.organisation());
        statement.setString(2, stream.name());
        statement.setInt(3, stream.slot());
        statement.setString(4, ResponseReceived.TYPE);
        statement.setString(5, Events.metadata());
        statement.setObject(6, now());
        statement.setArray(7, connection.createArrayOf("bigint",
                IntStream.range(0, count).mapToObj(i -> version + 1 + i).toArray()));
        statement.setArray(8, connection.createArrayOf("int", IntStream.range(0, count).boxed().toArray()));
        statement.setArray(9, connection.createArrayOf("jsonb", IntStream.range(first, first + count)
                .mapToObj(i -> Events.TYPES.write(Events.pooled(i))).toArray()));
        statement.setArray(10, connection.createArrayOf("uuid",
                IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toArray()));
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    }
}
