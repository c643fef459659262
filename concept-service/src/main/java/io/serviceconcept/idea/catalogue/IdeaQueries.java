package io.serviceconcept.idea.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    private static final String PAGE = """
            SELECT * FROM (
                SELECT *, (%s || title_key || ' ' || idea) COLLATE "C" AS sort_key
                FROM concept_idea
                WHERE organisation = ? AND concept = ?
                    AND (?::text IS NULL OR state = ?) AND (?::text IS NULL OR ? = ANY (needs))
                    AND (?::text IS NULL OR ? = ANY (channels))) listed
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
     * @param need one that they serve
     * @param channel one that they touch
     */
    record Filter(@Nullable IdeaState state, @Nullable String need, @Nullable String channel) {
    }

    /**
     * @param sortKey what the list is ordered by, unique
     */
    record Found(IdeaSummary idea, String sortKey) {
    }

    /** The ideas of a concept in order, those after the one seen last. */
    List<Found> page(String organisation, String concept, Filter filter, IdeaSort sort, String after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE.formatted(sort.expression()))) {
            String state = filter.state() == null ? null : filter.state().name();
            statement.setString(1, organisation);
            statement.setString(2, concept);
            statement.setString(3, state);
            statement.setString(4, state);
            statement.setString(5, filter.need());
            statement.setString(6, filter.need());
            statement.setString(7, filter.channel());
            statement.setString(8, filter.channel());
            statement.setString(9, after);
            statement.setInt(10, limit);
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
