package io.serviceconcept.idea.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.idea.IdeaEvent;
import io.serviceconcept.idea.IdeaEvent.IdeaChanged;
import io.serviceconcept.idea.IdeaEvent.IdeaMoved;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;
import io.serviceconcept.idea.IdeaEvent.QuoteRecorded;
import io.serviceconcept.idea.IdeaEvent.TestAdded;
import io.serviceconcept.idea.IdeaEvent.TestChanged;
import io.serviceconcept.idea.IdeaId;
import io.serviceconcept.idea.IdeaOutline;
import io.serviceconcept.idea.IdeaState;

/** A row for each version of each idea, written within the append, for the list as it was. Each follows on the one before. */
@ApplicationScoped
class IdeaVersionsProjection implements Projection {

    private static final String INTO = "INSERT INTO concept_idea_version (" + OutlineRows.COLUMNS
            + ", organisation, concept, idea, state, version, recorded_at) ";
    private static final String ONCE = " ON CONFLICT DO NOTHING";
    private static final String PROPOSED = INTO + "VALUES (" + OutlineRows.PLACES + ", ?, ?, ?, ?, ?, ?)" + ONCE;
    private static final String FOLLOWING = """
            , organisation, concept, idea, coalesce(?, state), ?, ?
            FROM concept_idea_version WHERE organisation = ? AND idea = ? AND version = ?""" + ONCE;
    private static final String CHANGED = INTO + "SELECT " + OutlineRows.PLACES + FOLLOWING;
    private static final String PROCEEDED = INTO + "SELECT " + OutlineRows.COLUMNS + FOLLOWING;

    @Override
    public String name() {
        return "idea-versions";
    }

    @Override
    public List<String> tables() {
        return List.of("concept_idea_version");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return IdeaEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        List<RecordedEvent> sorted = events.stream()
                .sorted(Comparator.comparing(RecordedEvent::stream).thenComparing(RecordedEvent::version)).toList();
        for (RecordedEvent recorded : sorted) {
            IdeaId idea = IdeaId.of(recorded.stream()).orElse(null);
            if (idea != null && recorded.event() instanceof IdeaEvent event) {
                project(new Row(connection, recorded, idea.value()), event);
            }
        }
    }

    private static void project(Row row, IdeaEvent event) throws SQLException {
        switch (event) {
            case IdeaProposed proposed -> row.insert(proposed);
            case IdeaChanged changed -> row.change(changed.outline());
            case IdeaMoved moved -> row.proceed(moved.to());
            case TestAdded added -> row.proceed(null);
            case TestChanged changed -> row.proceed(null);
            case QuoteRecorded quote -> row.proceed(null);
        }
    }

    private record Row(Connection connection, RecordedEvent recorded, String idea) {

        void insert(IdeaProposed proposed) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(PROPOSED)) {
                int next = OutlineRows.bind(statement, proposed.outline());
                statement.setString(next, recorded.stream().organisation());
                statement.setString(next + 1, proposed.concept());
                statement.setString(next + 2, idea);
                statement.setString(next + 3, IdeaState.PROPOSED.name());
                statement.setLong(next + 4, recorded.version());
                statement.setObject(next + 5, recordedAt());
                statement.executeUpdate();
            }
        }

        void change(IdeaOutline outline) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
                follow(statement, OutlineRows.bind(statement, outline), null);
            }
        }

        void proceed(@Nullable IdeaState state) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(PROCEEDED)) {
                follow(statement, 1, state);
            }
        }

        /**
         * @param state null when it stays
         */
        private void follow(PreparedStatement statement, int next, @Nullable IdeaState state) throws SQLException {
            statement.setString(next, state == null ? null : state.name());
            statement.setLong(next + 1, recorded.version());
            statement.setObject(next + 2, recordedAt());
            statement.setString(next + 3, recorded.stream().organisation());
            statement.setString(next + 4, idea);
            statement.setLong(next + 5, recorded.version() - 1);
            statement.executeUpdate();
        }

        private OffsetDateTime recordedAt() {
            return recorded.recordedAt().atOffset(ZoneOffset.UTC);
        }
    }
}
