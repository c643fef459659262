package io.serviceconcept.idea.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

/** One row per idea, written within the append: an idea is in the list as soon as it is proposed. */
@ApplicationScoped
class IdeaCatalogueProjection implements Projection {

    private static final String INSERT = "INSERT INTO concept_idea (" + OutlineRows.COLUMNS
            + ", organisation, concept, idea, state, version) VALUES (" + OutlineRows.PLACES
            + ", ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String OUTLINE = "UPDATE concept_idea SET (" + OutlineRows.COLUMNS + ", version) = ("
            + OutlineRows.PLACES + ", ?) WHERE organisation = ? AND idea = ? AND version = ?";
    private static final String STATE = """
            UPDATE concept_idea SET state = coalesce(?, state), version = ?
            WHERE organisation = ? AND idea = ? AND version = ?""";

    @Override
    public String name() {
        return "idea-catalogue";
    }

    @Override
    public List<String> tables() {
        return List.of("concept_idea");
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
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                int next = OutlineRows.bind(statement, proposed.outline());
                statement.setString(next, recorded.stream().organisation());
                statement.setString(next + 1, proposed.concept());
                statement.setString(next + 2, idea);
                statement.setString(next + 3, IdeaState.PROPOSED.name());
                statement.setLong(next + 4, recorded.version());
                statement.executeUpdate();
            }
        }

        void change(IdeaOutline outline) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(OUTLINE)) {
                bindVersion(statement, OutlineRows.bind(statement, outline));
                statement.executeUpdate();
            }
        }

        /**
         * @param state null when it stays
         */
        void proceed(@Nullable IdeaState state) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(STATE)) {
                statement.setString(1, state == null ? null : state.name());
                bindVersion(statement, 2);
                statement.executeUpdate();
            }
        }

        /** The row follows on the version before, so what was seen already changes nothing. */
        private void bindVersion(PreparedStatement statement, int from) throws SQLException {
            statement.setLong(from, recorded.version());
            statement.setString(from + 1, recorded.stream().organisation());
            statement.setString(from + 2, idea);
            statement.setLong(from + 3, recorded.version() - 1);
        }
    }
}
