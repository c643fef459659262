package io.serviceconcept.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.jdbc.Rows;

/** What people told of plans, and which figures were found overdue. */
@ApplicationScoped
class PlanProjection implements Projection {

    @Override
    public String name() {
        return "measurement-plans";
    }

    @Override
    public List<String> tables() {
        return List.of("plan_completion", "plan_overdue");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return PlanEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case PlanEvent.Completed completed -> complete(connection, recorded, completed);
                case PlanEvent.FoundOverdue found -> add(connection, recorded.stream().organisation(), found);
                default -> {
                    // nothing else is planned
                }
            }
        }
    }

    private static void complete(Connection connection, RecordedEvent recorded, PlanEvent.Completed completed)
            throws SQLException {
        Completion told = completed.completion();
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO plan_completion (organisation, plan, version, source, survey, question, feed, frequency, owner,
                    due_days)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation, plan) DO UPDATE
                SET version = excluded.version, source = excluded.source, survey = excluded.survey,
                    question = excluded.question, feed = excluded.feed, frequency = excluded.frequency,
                    owner = excluded.owner, due_days = excluded.due_days
                WHERE plan_completion.version < excluded.version
                """)) {
            Rows.bind(statement, recorded.stream().organisation(), completed.plan(), recorded.version(), told.source(),
                    told.survey(), told.question(), told.feed(), told.frequency(), told.owner(), told.dueDays())
                    .executeUpdate();
        }
    }

    private static void add(Connection connection, String organisation, PlanEvent.FoundOverdue found) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO plan_overdue (organisation, indicator, plan, concept, edition, target, frequency, period_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            Rows.bind(statement, organisation, found.indicator(), found.plan(), found.concept(), found.edition(),
                    found.target(), found.frequency(), found.from()).executeUpdate();
        }
    }
}
