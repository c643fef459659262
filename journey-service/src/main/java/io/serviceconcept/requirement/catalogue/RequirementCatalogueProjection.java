package io.serviceconcept.requirement.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.requirement.RequirementEvent;
import io.serviceconcept.requirement.RequirementId;
import io.serviceconcept.requirement.RequirementOutline;

/** Keeps the row of each requirement in the list, within the append. Every event says all that is in the row. */
@ApplicationScoped
class RequirementCatalogueProjection implements Projection {

    private static final String WRITE = """
            insert into requirement_catalogue as known (organisation, requirement, concept, name, kind, channel, journey,
                touchpoint, department, owner, due_date, blocking, state, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (organisation, requirement) do update
            set name = excluded.name, kind = excluded.kind, channel = excluded.channel, journey = excluded.journey,
                touchpoint = excluded.touchpoint, department = excluded.department, owner = excluded.owner,
                due_date = excluded.due_date, blocking = excluded.blocking, state = excluded.state,
                version = excluded.version
            where known.version = excluded.version - 1
            """;

    @Override
    public String name() {
        return "requirement-catalogue";
    }

    @Override
    public List<String> tables() {
        return List.of("requirement_catalogue");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return RequirementEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        List<RecordedEvent> sorted = events.stream()
                .sorted(Comparator.comparing(RecordedEvent::stream).thenComparing(RecordedEvent::version))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (RecordedEvent recorded : sorted) {
                if (recorded.event() instanceof RequirementEvent event) {
                    write(statement, recorded, event);
                }
            }
        }
    }

    private static void write(PreparedStatement statement, RecordedEvent recorded, RequirementEvent event)
            throws SQLException {
        RequirementOutline outline = event.outline();
        statement.setString(1, recorded.stream().organisation());
        statement.setObject(2, RequirementId.of(recorded.stream()).value());
        statement.setObject(3, outline.concept());
        statement.setString(4, outline.name());
        statement.setString(5, outline.kind().name());
        statement.setObject(6, outline.channel(), java.sql.Types.OTHER);
        statement.setObject(7, outline.journey(), java.sql.Types.OTHER);
        statement.setObject(8, outline.touchpoint(), java.sql.Types.OTHER);
        statement.setString(9, outline.department());
        statement.setString(10, outline.owner());
        statement.setObject(11, outline.dueDate(), java.sql.Types.DATE);
        statement.setBoolean(12, outline.blocking());
        statement.setString(13, event.state().name());
        statement.setLong(14, recorded.version());
        statement.executeUpdate();
    }
}
