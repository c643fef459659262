package io.serviceconcept.survey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.jdbc.Rows;

/** The list of surveys, and which indicators their versions feed. */
@ApplicationScoped
class SurveyListProjection implements Projection {

    @Override
    public String name() {
        return "survey-list";
    }

    @Override
    public List<String> tables() {
        return List.of("survey", "survey_feed");
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
            if (recorded.event() instanceof SurveyEvent event) {
                list(connection, recorded, event);
                feed(connection, recorded.stream().organisation(), event);
            }
        }
    }

    private static void list(Connection connection, RecordedEvent recorded, SurveyEvent event) throws SQLException {
        SurveyVersion survey = SurveyVersion.of(event);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO survey (id, organisation, name, version, content_type, content) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, version = excluded.version, content_type = excluded.content_type,
                    content = excluded.content
                WHERE survey.version = excluded.version - 1
                """)) {
            Rows.bind(statement, survey.survey(), recorded.stream().organisation(), survey.name(), recorded.version(),
                    SurveyEventTypes.TYPES.nameOf(event.getClass()), SurveyEventTypes.TYPES.write(event)).executeUpdate();
        }
    }

    /** A version never changes, so a row that is there already is right. */
    private static void feed(Connection connection, String organisation, SurveyEvent event) throws SQLException {
        SurveyVersion survey = SurveyVersion.of(event);
        Set<String> broken = event instanceof SurveyEvent.Revised revised ? revised.brokenIndicators() : Set.of();
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO survey_feed (organisation, indicator, survey, version, in_use_from, release_step, breaks)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation, indicator, survey, version) DO NOTHING
                """)) {
            for (String indicator : survey.fed()) {
                Rows.bind(statement, organisation, indicator, survey.survey(), survey.version(), survey.inUseFrom(),
                        survey.releaseStep(), broken.contains(indicator)).addBatch();
            }
            statement.executeBatch();
        }
    }
}
