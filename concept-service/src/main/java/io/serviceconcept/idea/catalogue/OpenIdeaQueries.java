package io.serviceconcept.idea.catalogue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.NamedByIdeas;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaState;

/** Reads the ideas of a concept that may still be realised, for those who rank them or remove what they name. */
@ApplicationScoped
public class OpenIdeaQueries implements NamedByIdeas {

    private static final String OPEN = """
            SELECT idea, title, state, channels, cost, expected_effects
            FROM %s
            WHERE organisation = ? AND concept = ? AND state NOT IN ('REJECTED', 'REALISED')
            ORDER BY idea""";

    private static final String NAMING = """
            SELECT idea, title
            FROM concept_idea
            WHERE organisation = ? AND concept = ? AND state NOT IN ('REJECTED', 'REALISED') AND ? = ANY (needs || channels)
            ORDER BY idea""";

    private final DataSource dataSource;

    OpenIdeaQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param channels the channels that it touches
     * @param cost in euro; null while unknown
     */
    public record OpenIdea(String id, String title, IdeaState state, List<String> channels, @Nullable BigDecimal cost,
            List<IdeaEffect> expectedEffects) {
    }

    /**
     * The ideas of a concept that are or were open, by id; none when the organisation has no such concept.
     *
     * @param past the moment of which they are read; null for now
     */
    public List<OpenIdea> of(String organisation, String concept, @Nullable Instant past) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement(OPEN.formatted(past == null ? IdeaQueries.NOW : IdeaQueries.THEN))) {
            int next = 1;
            if (past != null) {
                statement.setString(next++, organisation);
                statement.setString(next++, concept);
                statement.setObject(next++, past.atOffset(ZoneOffset.UTC));
            }
            statement.setString(next++, organisation);
            statement.setString(next, concept);
            List<OpenIdea> open = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    open.add(new OpenIdea(rows.getString("idea"), rows.getString("title"),
                            IdeaState.valueOf(rows.getString("state")),
                            List.of((String[]) rows.getArray("channels").getArray()), rows.getBigDecimal("cost"),
                            Effects.read(rows.getString("expected_effects"))));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    @Override
    public List<NamingIdea> naming(String organisation, String concept, String part) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NAMING)) {
            statement.setString(1, organisation);
            statement.setString(2, concept);
            statement.setString(3, part);
            List<NamingIdea> naming = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    naming.add(new NamingIdea(rows.getString("idea"), rows.getString("title")));
                }
            }
            return naming;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
