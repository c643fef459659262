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
record EventRow(String organisation, String stream, int slot, long version, Position position, @Nullable Long publicSequence,
        String type, byte[] data, byte[] metadata, UUID id, OffsetDateTime recordedAt) {

    /** What {@link #of} reads. What is ordered by {@code tx} must say {@code event.tx}: the bare name is a text made here. */
    static final String COLUMNS = """
            select organisation, stream, slot, version, generation, tx::text::bigint, ordinal,
                   case when is_public then public_sequence end, type, data::text, metadata::text, event_id, recorded_at
            from event
            """;

    static EventRow of(ResultSet row) throws SQLException {
        return new EventRow(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4),
                new Position(row.getInt(5), row.getLong(6), row.getInt(7)), row.getObject(8, Long.class), row.getString(9),
                row.getBytes(10), row.getBytes(11), row.getObject(12, UUID.class), row.getObject(13, OffsetDateTime.class));
    }

    int bytes() {
        return data.length + metadata.length;
    }
}
