package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.StatePublishing;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.slices.Organisation;
import io.serviceconcept.slices.Topics;

/** What a restored database knows of the results it published, and how it goes on. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RevisionRowsTest {

    @Inject
    PublishedStates states;

    @Inject
    AgroalDataSource dataSource;

    private final Organisation city = Organisation.fresh();

    @Test
    void aResultThatTheDatabaseDoesNotHaveIsLost() throws SQLException {
        List<InboundEvent> published = publishedResults();

        assertThat(states.lost(published)).isEmpty();

        execute("update released_result set revision = revision - 1 where organisation = ?");
        assertThat(states.lost(published)).containsExactlyElementsOf(published);

        execute("delete from released_result where organisation = ?");
        assertThat(states.lost(published)).containsExactlyElementsOf(published);
    }

    @Test
    void aNewGenerationSaysEverythingAgainAboveWhatWasSaid() throws SQLException {
        publishedResults();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update event_generation set generation = generation + 2");
            long base = number(statement, "select (generation - 1) * " + StatePublishing.REVISIONS + " from event_generation");
            while (RevisionRows.raise(connection)) {
                assertThat(number(statement, "select count(*) from released_result where revision > " + base)).isPositive();
            }

            assertThat(number(statement, "select count(*) from released_result where revision <> " + (base + 1))).isZero();
            assertThat(number(statement, "select count(*) from released_result where sent_revision >= revision")).isZero();
            assertThat(RevisionRows.raise(connection)).isFalse();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The states of one indicator as consumers have them. */
    private List<InboundEvent> publishedResults() {
        String indicator = city.satisfaction();
        city.push(city.survey(indicator), Instant.parse("2026-03-10T12:00:00Z"), Organisation.times(12, 8));
        try (Topics topics = new Topics()) {
            // what was released before all were counted is not their last state
            return await().until(() -> topics.heard(city, ResultReleased.TYPE).filter(data -> data.path("n").asInt() == 12)
                    .map(data -> new InboundEvent("/measurement-service", city.name(), "indicator-" + indicator, null,
                            UUID.randomUUID(), ResultReleased.TYPE, Instant.now(),
                            data.toString().getBytes(StandardCharsets.UTF_8), null, null))
                    .toList(), all -> all.size() >= 3);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, city.name());
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
