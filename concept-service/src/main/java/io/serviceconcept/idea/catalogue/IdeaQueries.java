package io.serviceconcept.idea.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.idea.IdeaOrigin;
import io.serviceconcept.idea.IdeaOutline.IdeaScores;
import io.serviceconcept.idea.IdeaState;
import io.serviceconcept.idea.catalogue.IdeaCatalogueResource.IdeaSummary;

/** Reads the list of ideas. */
@ApplicationScoped
class IdeaQueries {

    /** Where the ideas are as they are now. */
    static final String NOW = "concept_idea";
    /** Each as it was; takes the organisation, the concept and the moment. */
    static final String THEN = """
            (SELECT DISTINCT ON (idea) * FROM concept_idea_version
                WHERE organisation = ? AND concept = ? AND recorded_at <= ? ORDER BY idea, version DESC) AS known""";
    private static final String PAGE = """
            SELECT * FROM (
                SELECT *, (%s || title_key || ' ' || idea) COLLATE "C" AS sort_key
                FROM %s
                WHERE organisation = ? AND concept = ?
                    AND (?::text IS NULL OR state = ?) AND (?::text IS NULL OR ? = ANY (channels))
                    AND (?::text IS NULL OR title_key LIKE ? ESCAPE '!')
                    AND (?::text[] IS NULL OR needs && ?::text[])) listed
            WHERE sort_key > ?
            ORDER BY sort_key
            LIMIT ?""";

    private final DataSource dataSource;

    IdeaQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Which ideas are asked for; null leaves a filter out.
     *
     * @param needs they serve one of these
     * @param channel one that they touch
     * @param title what their titles hold, as a pattern of folded text
     */
    record Filter(@Nullable IdeaState state, @Nullable Set<String> needs, @Nullable String channel,
            @Nullable String title) {
    }

    /**
     * @param sortKey what the list is ordered by, unique
     */
    record Found(IdeaSummary idea, String sortKey) {
    }

    /**
     * The ideas of a concept in order, those after the one seen last.
     *
     * @param past the moment of which the list is read; null for now
     */
    List<Found> page(String organisation, String concept, @Nullable Instant past, Filter filter, IdeaSort sort,
            String after, int limit) {
        String page = PAGE.formatted(sort.expression(), past == null ? NOW : THEN);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(page)) {
            int next = 1;
            if (past != null) {
                statement.setString(next++, organisation);
                statement.setString(next++, concept);
                statement.setObject(next++, past.atOffset(ZoneOffset.UTC));
            }
            String state = filter.state() == null ? null : filter.state().name();
            statement.setString(next++, organisation);
            statement.setString(next++, concept);
            for (String wanted : new @Nullable String[] { state, filter.channel(), filter.title() }) {
                statement.setString(next++, wanted);
                statement.setString(next++, wanted);
            }
            Set<String> needs = filter.needs();
            for (int i = 0; i < 2; i++) {
                statement.setArray(next++, needs == null ? null : connection.createArrayOf("text", needs.toArray()));
            }
            statement.setString(next++, after);
            statement.setInt(next, limit);
            List<Found> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Found(summary(rows), rows.getString("sort_key")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static IdeaSummary summary(ResultSet rows) throws SQLException {
        IdeaScores scores = new IdeaScores(rows.getObject("customer_value", Integer.class),
                rows.getObject("business_value", Integer.class), rows.getObject("effort", Integer.class));
        return new IdeaSummary(rows.getString("idea"), rows.getString("title"),
                IdeaOrigin.valueOf(rows.getString("origin")), IdeaState.valueOf(rows.getString("state")), texts(rows, "needs"),
                texts(rows, "channels"), scores, rows.getBigDecimal("cost"),
                Effects.read(rows.getString("expected_effects")), rows.getString("owner"), rows.getLong("version"));
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }
}
