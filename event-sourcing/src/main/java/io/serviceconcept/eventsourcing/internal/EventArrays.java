package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.StreamId;

/** Many appends as arrays, a value of each stream and of each event: one statement, however many there are. */
final class EventArrays {

    /** Where an event belongs: the append, counted from 0, its stream and its metadata. */
    record Place(int append, StreamId stream, Metadata metadata, Prepared.Event event) {
    }

    private final List<Place> places = new ArrayList<>();
    private final List<String> organisations = new ArrayList<>();
    private final List<String> streams = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<@Nullable Short> slots = new ArrayList<>();
    private final List<String> metadata = new ArrayList<>();
    private final List<Long> heads = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Integer> publicSteps = new ArrayList<>();
    private final List<Boolean> arePublic = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();

    EventArrays(List<Prepared> appends) {
        for (int i = 0; i < appends.size(); i++) {
            Prepared append = appends.get(i);
            for (Prepared.Changed stream : append.streams()) {
                add(i, append.metadata(), stream, append.metadataJson());
            }
        }
    }

    private void add(int append, Metadata from, Prepared.Changed stream, String json) {
        organisations.add(stream.id().organisation());
        streams.add(stream.id().name());
        versions.add(stream.expectedVersion());
        // of a stream that exists it is known
        slots.add(stream.expectedVersion() == 0 ? (short) stream.id().slot() : null);
        metadata.add(json);
        int step = 0;
        int publicStep = 0;
        for (Prepared.Event event : stream.events()) {
            step++;
            publicStep += event.isPublic() ? 1 : 0;
            places.add(new Place(append, stream.id(), from, event));
            heads.add((long) streams.size());
            steps.add(step);
            publicSteps.add(publicStep);
            arePublic.add(event.isPublic());
            types.add(event.type());
            data.add(event.json());
            ids.add(event.id());
        }
    }

    /** The event that was written at this place of the transaction, from 0. */
    Place place(int ordinal) {
        return places.get(ordinal);
    }

    void bind(PreparedStatement statement) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1, connection.createArrayOf("text", organisations.toArray(String[]::new)));
        statement.setArray(2, connection.createArrayOf("text", streams.toArray(String[]::new)));
        statement.setArray(3, connection.createArrayOf("int8", versions.toArray(Long[]::new)));
        statement.setArray(4, connection.createArrayOf("int2", slots.toArray(Short[]::new)));
        statement.setArray(5, connection.createArrayOf("text", metadata.toArray(String[]::new)));
        statement.setArray(6, connection.createArrayOf("int8", heads.toArray(Long[]::new)));
        statement.setArray(7, connection.createArrayOf("int4", steps.toArray(Integer[]::new)));
        statement.setArray(8, connection.createArrayOf("int4", publicSteps.toArray(Integer[]::new)));
        statement.setArray(9, connection.createArrayOf("bool", arePublic.toArray(Boolean[]::new)));
        statement.setArray(10, connection.createArrayOf("text", types.toArray(String[]::new)));
        statement.setArray(11, connection.createArrayOf("text", data.toArray(String[]::new)));
        statement.setArray(12, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
    }
}
