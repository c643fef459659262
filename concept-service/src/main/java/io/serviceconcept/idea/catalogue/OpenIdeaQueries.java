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

import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.idea.IdeaOutline;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaState;

/** Reads the ideas of a concept that may still be realised, for those who rank them. */
@ApplicationScoped
public class OpenIdeaQueries {

    private static final String OPEN = """
            SELECT idea, title, state, channels, cost, expected_effects
            FROM %s
            WHERE organisation = ? AND concept = ? AND state NOT IN ('REJECTED', 'REALISED')
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

        /** The same with the needs that are there instead of those that were merged or split. */
        public OpenIdea following(NeedSuccession succession) {
            return new OpenIdea(id, title, state, channels, cost, IdeaOutline.following(expectedEffects, succession));
        }
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
}
