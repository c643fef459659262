package io.serviceconcept.exports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.exports.ExportEvent.ExportRequested;
import io.serviceconcept.jdbc.Rows;

/** The list of exports. How far each is lies elsewhere, because a rebuild knows nothing of it. */
@ApplicationScoped
class ExportProjection implements Projection {

    @Override
    public String name() {
        return "export-list";
    }

    @Override
    public List<String> tables() {
        return List.of("export_list");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return ExportEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ExportRequested requested) {
                try (PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO export_list (id, organisation, actor, requested_at, version) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING
                        """)) {
                    Rows.bind(statement, requested.export(), recorded.stream().organisation(),
                            recorded.metadata().actor(), recorded.recordedAt(), recorded.version()).executeUpdate();
                }
            }
        }
    }
}
