package io.serviceconcept.idea;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;

/** Reads which ideas a concept has. */
@ApplicationScoped
class IdeaIdQueries {

    private static final String IDS = """
            SELECT idea FROM concept_idea WHERE organisation = ? AND concept = ? ORDER BY title_key COLLATE "C", idea""";

    private final DataSource dataSource;

    IdeaIdQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The ids of all ideas of a concept, by title; none when the organisation has no such concept. */
    List<String> of(String organisation, String concept) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(IDS)) {
            statement.setString(1, organisation);
            statement.setString(2, concept);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
