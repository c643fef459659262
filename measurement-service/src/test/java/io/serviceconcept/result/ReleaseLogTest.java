package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.slices.Organisation;

/** What was known long ago is known to a minute; nothing is forgotten of a place that was released less often. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ReleaseLogTest {

    @Inject
    AgroalDataSource dataSource;
    @Inject
    ReleaseLog log;

    private final Organisation city = Organisation.fresh();

    @AfterEach
    void begin() throws SQLException {
        execute("UPDATE release_log_thinned SET until = '-infinity'");
    }

    @Test
    void ofThePlacesOfAMinuteTheLastStateStays() throws SQLException {
        released("MONTH", 1, "2001-03-01T10:00:00Z");
        released("MONTH", 2, "2001-03-01T10:00:59.9Z");
        released("MONTH", 3, "2001-03-01T10:01:00Z");
        released("YEAR", 4, "2001-03-01T10:00:10Z");
        released("MONTH", 5, "2001-03-01T10:02:10Z");
        released("MONTH", 6, "2001-03-01T10:02:20Z");
        execute("UPDATE release_log_thinned SET until = '-infinity'");

        while (log.thin(Instant.parse("2001-03-01T10:02:00Z"))) {
            // until nothing is left
        }

        assertThat(kept()).as("and of the last minutes every state").containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    private void released(String kind, int revision, String at) throws SQLException {
        execute("""
                INSERT INTO released_result_log (organisation, indicator, period_kind, period_from, dimension, key,
                    definition_version, basis, state, open, revision, released_at, sent_revision)
                VALUES ('%s', 'i', '%s', '2001-01-01', 'ALL', '', 1, 'RESPONSES', 'HIDDEN', false, %d, '%s', 0)
                """.formatted(city.name(), kind, revision, at));
    }

    private List<Long> kept() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT revision FROM released_result_log WHERE organisation = '"
                        + city.name() + "' ORDER BY revision")) {
            List<Long> kept = new ArrayList<>();
            while (rows.next()) {
                kept.add(rows.getLong(1));
            }
            return kept;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
