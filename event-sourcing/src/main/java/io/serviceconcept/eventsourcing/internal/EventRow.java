package io.serviceconcept.eventsourcing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Position;

/**
 * A row of the table {@code event} as it came: its JSON is not looked at yet.
 *
 * @param data UTF-8
 * @param metadata UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRow(String organisation, String stream, long version, Position position, @Nullable Long publicSequence,
        String type, byte[] data, byte[] metadata, UUID id, OffsetDateTime recordedAt) {

    /** What {@link #of} reads. What is ordered by {@code tx} must say {@code event.tx}: the bare name is a text made here. */
    static final String COLUMNS = """
            select organisation, stream, version, generation, tx::text::bigint, ordinal,
                   case when is_public then public_sequence end, type, data::text, metadata::text, event_id, recorded_at
            from event
            """;

    static EventRow of(ResultSet row) throws SQLException {
        return new EventRow(row.getString(1), row.getString(2), row.getLong(3),
                new Position(row.getInt(4), row.getLong(5), row.getInt(6)), row.getObject(7, Long.class), row.getString(8),
                row.getBytes(9), row.getBytes(10), row.getObject(11, UUID.class), row.getObject(12, OffsetDateTime.class));
    }
}
