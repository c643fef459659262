package io.serviceconcept.idea.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.NamedByIdeas;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.idea.ConceptTests;
import io.serviceconcept.idea.IdeaId;

/**
 * Finds the open ideas that name a part. What their tests name is in no row: it is read from their events, which is done
 * when a part is to be removed and at no other time.
 */
@ApplicationScoped
class NamingIdeaQueries implements NamedByIdeas {

    private static final String OPEN = """
            SELECT idea, title, (needs || channels) && ? OR EXISTS (SELECT 1 FROM jsonb_array_elements(expected_effects) AS effect
                WHERE effect ->> 'need' = ANY (?) OR effect ->> 'channel' = ANY (?)) AS naming
            FROM concept_idea
            WHERE organisation = ? AND concept = ? AND state NOT IN ('REJECTED', 'REALISED')
            ORDER BY idea""";

    private final DataSource dataSource;
    private final ConceptTests tests;

    NamingIdeaQueries(DataSource dataSource, ConceptTests tests) {
        this.dataSource = dataSource;
        this.tests = tests;
    }

    private record OpenIdea(NamingIdea idea, boolean naming) {
    }

    @Override
    public List<NamingIdea> naming(String organisation, String concept, Set<String> parts) {
        return open(organisation, concept, parts).stream()
                .filter(open -> open.naming() || isTestedWith(organisation, open.idea(), parts)).map(OpenIdea::idea).toList();
    }

    private boolean isTestedWith(String organisation, NamingIdea idea, Set<String> parts) {
        return tests.of(organisation, new IdeaId(idea.id())).stream().flatMap(test -> test.references().stream())
                .anyMatch(reference -> parts.contains(reference.id()));
    }

    private List<OpenIdea> open(String organisation, String concept, Set<String> parts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN)) {
            for (int i = 1; i <= 3; i++) {
                statement.setArray(i, connection.createArrayOf("text", parts.toArray()));
            }
            statement.setString(4, organisation);
            statement.setString(5, concept);
            List<OpenIdea> open = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    open.add(new OpenIdea(new NamingIdea(rows.getString("idea"), rows.getString("title")),
                            rows.getBoolean("naming")));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
