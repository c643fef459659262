package io.serviceconcept.survey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;

/** The list of surveys. */
@ApplicationScoped
class SurveyListProjection implements Projection {

    @Override
    public String name() {
        return "survey-list";
    }

    @Override
    public List<String> tables() {
        return List.of("survey");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return SurveyEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case SurveyEvent.DrawnUp drawnUp -> insert(connection, recorded, drawnUp);
                default -> {
                    // other aggregates have lists of their own
                }
            }
        }
    }

    private static void insert(Connection connection, RecordedEvent recorded, SurveyEvent.DrawnUp drawnUp)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO survey (id, organisation, name, version, content) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, version = excluded.version, content = excluded.content
                WHERE survey.version = excluded.version - 1
                """)) {
            statement.setString(1, drawnUp.survey());
            statement.setString(2, recorded.stream().organisation());
            statement.setString(3, drawnUp.name());
            statement.setLong(4, recorded.version());
            statement.setString(5, SurveyEventTypes.TYPES.write(drawnUp));
            statement.executeUpdate();
        }
    }
}
