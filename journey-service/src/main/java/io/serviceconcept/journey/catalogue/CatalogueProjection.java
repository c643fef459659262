package io.serviceconcept.journey.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.journey.JourneyEvent;
import io.serviceconcept.journey.JourneyEvent.Created;
import io.serviceconcept.journey.JourneyEvent.OutlineChanged;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyId;
import io.serviceconcept.journey.JourneyOutline;

/** Keeps the row of each journey in the list, within the append. */
@ApplicationScoped
class CatalogueProjection implements Projection {

    private static final String CREATED = """
            insert into journey_catalogue (name, kind, service, concept, published, version, organisation, journey)
            values (?, ?, ?, ?, false, ?, ?, ?)
            on conflict (organisation, journey) do nothing
            """;
    private static final String OUTLINED = """
            update journey_catalogue set name = ?, kind = ?, service = ?, concept = ?, version = ?
            where organisation = ? and journey = ? and version = ? - 1
            """;
    private static final String PUBLISHED = """
            update journey_catalogue set published = true, version = ?
            where organisation = ? and journey = ? and version = ? - 1
            """;
    private static final String SEEN = """
            update journey_catalogue set version = ?
            where organisation = ? and journey = ? and version = ? - 1
            """;

    @Override
    public String name() {
        return "journey-catalogue";
    }

    @Override
    public List<String> tables() {
        return List.of("journey_catalogue");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return JourneyEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        List<RecordedEvent> sorted = events.stream()
                .sorted(Comparator.comparing(RecordedEvent::stream).thenComparing(RecordedEvent::version))
                .toList();
        for (RecordedEvent recorded : sorted) {
            if (recorded.event() instanceof JourneyEvent event) {
                project(connection, recorded, event);
            }
        }
    }

    private static void project(Connection connection, RecordedEvent recorded, JourneyEvent event) throws SQLException {
        String sql = switch (event) {
            case Created created -> CREATED;
            case OutlineChanged changed -> OUTLINED;
            case Published published -> PUBLISHED;
            default -> SEEN;
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = switch (event) {
                case Created created -> outline(statement, created.outline());
                case OutlineChanged changed -> outline(statement, changed.outline());
                default -> 1;
            };
            statement.setLong(next, recorded.version());
            statement.setString(next + 1, recorded.stream().organisation());
            statement.setObject(next + 2, JourneyId.of(recorded.stream()).value());
            if (!(event instanceof Created)) {
                statement.setLong(next + 3, recorded.version());
            }
            statement.executeUpdate();
        }
    }

    private static int outline(PreparedStatement statement, JourneyOutline outline) throws SQLException {
        statement.setString(1, outline.name());
        statement.setString(2, outline.kind().name());
        statement.setString(3, outline.service());
        statement.setObject(4, outline.concept());
        return 5;
    }
}
