package io.serviceconcept.idea.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.idea.IdeaState;

/** Reads who sees to the ideas of a concept that may still be realised. */
@ApplicationScoped
public class IdeaOwnerQueries {

    private static final String OPEN = """
            SELECT idea, title, state, owner
            FROM concept_idea
            WHERE organisation = ? AND concept = ? AND state NOT IN ('REJECTED', 'REALISED')
            ORDER BY idea""";

    private final DataSource dataSource;

    IdeaOwnerQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public record OwnedIdea(String id, String title, IdeaState state, String owner) {
    }

    /** The open ideas of a concept by id; none when the organisation has no such concept. */
    public List<OwnedIdea> of(String organisation, String concept) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, organisation);
            statement.setString(2, concept);
            List<OwnedIdea> open = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    open.add(new OwnedIdea(rows.getString("idea"), rows.getString("title"),
                            IdeaState.valueOf(rows.getString("state")), rows.getString("owner")));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
