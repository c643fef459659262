package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** Every day of the old rows and of the new ones is said to have changed, once, however small the pieces are. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AllDayRowsTest {

    @Inject
    AgroalDataSource dataSource;
    @Inject
    ResponseProjection responses;
    @Inject
    ObservationProjection observations;

    @Test
    void daysOfCellsComeOnce() throws SQLException {
        assertThat(changed(responses, 2, """
                insert into %s.result_cell select 'o' || o, 'i"{,}' || i, date '2026-03-01' + d, k, k, v, 1
                from generate_series(1, 2) o, generate_series(1, 2) i, generate_series(%d, %d) d, generate_series(1, 3) v,
                     unnest(array['a', 'b', 'c']) k
                """)).containsExactlyElementsOf(expected());
    }

    @Test
    void daysOfObservationsComeOnce() throws SQLException {
        assertThat(changed(observations, 1_000, """
                insert into %s.counted select 'o' || o, 'i"{,}' || i, 's' || d || k,
                       daterange(date '2026-03-01' + d, date '2026-03-09' + d), 1
                from generate_series(1, 2) o, generate_series(1, 2) i, generate_series(%d, %d) d, unnest(array['a', 'b']) k
                """)).containsExactlyElementsOf(expected());
    }

    private static List<String> expected() {
        List<String> days = new ArrayList<>();
        for (int organisation = 1; organisation <= 2; organisation++) {
            for (int indicator = 1; indicator <= 2; indicator++) {
                for (int day = 0; day <= 5; day++) {
                    days.add("o" + organisation + " i\"{,}" + indicator + " 2026-03-0" + (day + 1));
                }
            }
        }
        return days;
    }

    /** Old rows of four days and new ones of four, of which two are the same; nothing of it stays. */
    private List<String> changed(Projection projection, int limit, String rows) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("create schema before");
                for (String copied : List.of("result_cell", "counted", "reported")) {
                    statement.execute("delete from " + copied);
                    statement.execute("create table before." + copied + " (like " + copied + " including all)");
                }
                statement.execute("delete from result_change");
                statement.execute(rows.formatted("before", 0, 3));
                statement.execute(rows.formatted("public", 2, 5));
                @Nullable
                String reached = null;
                do {
                    FollowUp piece = projection.rebuilt(connection, "before", reached, limit);
                    assertThat(piece.rows()).isLessThanOrEqualTo(limit);
                    reached = piece.reached();
                } while (reached != null);
                List<String> days = new ArrayList<>();
                try (ResultSet row = statement.executeQuery(
                        "select organisation || ' ' || indicator || ' ' || day from result_change order by id")) {
                    while (row.next()) {
                        days.add(row.getString(1));
                    }
                }
                return days;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
