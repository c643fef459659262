package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.slices.Organisation;

/** What a release costs follows from the months in which something changed, not from how often it did. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChangedMonthsTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @Inject
    AgroalDataSource dataSource;

    private final IndicatorKey indicator = new IndicatorKey(Organisation.fresh().name(), "i");
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        execute("DELETE FROM result_change");
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    @Test
    void aDayThatChangedAThousandTimesIsTakenOnce() throws SQLException {
        changed(LocalDate.of(2026, 3, 2), 1_000);
        changed(LocalDate.of(2026, 1, 30), 1_000);
        changed(LocalDate.of(2026, 3, 1), 1_000);

        assertThat(take(1)).containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
        assertThat(take(12)).containsExactly(LocalDate.of(2026, 1, 30));
        assertThat(ChangedDayRows.take(connection, 12, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void whatChangesMeanwhileHasNoSecondTurn() throws SQLException {
        changed(LocalDate.of(2026, 3, 2), 2);
        long newest = ChangedDayRows.newest(connection);
        changed(LocalDate.of(2026, 3, 3), 1);

        assertThat(ChangedDayRows.take(connection, 12, newest).orElseThrow().days())
                .as("all there is of the one whose turn it is")
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        changed(LocalDate.of(2026, 3, 2), 1);
        assertThat(ChangedDayRows.take(connection, 12, newest)).isEmpty();
    }

    @Test
    void aMonthIsAddedUpAndWhatIsGoneIsForgotten() throws SQLException {
        cell("2026-01-01", "North", 8, 2);
        cell("2026-01-31", "North", 8, 3);
        cell("2026-01-31", "North", 6, 1);
        cell("2026-01-31", "South", 6, 1);
        cell("2026-02-01", "North", 6, 9);
        MonthCountRows.addUp(connection, indicator, Set.of(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 1, 1)));
        assertThat(months()).containsExactly("2026-01-01 North {6,8} {1,5}", "2026-01-01 South {6} {1}");

        execute("DELETE FROM result_cell WHERE key = 'South' AND organisation = '" + indicator.organisation() + "'");
        cell("2026-01-05", "North", 8, -5);
        MonthCountRows.addUp(connection, indicator, Set.of(JANUARY));
        assertThat(months()).as("what came down to nothing stays, so that it is taken back")
                .containsExactly("2026-01-01 North {6,8} {1,0}");
    }

    private SortedSet<LocalDate> take(int months) throws SQLException {
        Optional<ChangedDayRows.Taken> taken = ChangedDayRows.take(connection, months, Long.MAX_VALUE);
        return taken.orElseThrow().days();
    }

    private void changed(LocalDate day, int times) throws SQLException {
        execute("INSERT INTO result_change (organisation, indicator, day) SELECT '%s', 'i', '%s' FROM generate_series(1, %d)"
                .formatted(indicator.organisation(), day, times));
    }

    private void cell(String day, String location, int value, int n) throws SQLException {
        execute("INSERT INTO result_cell VALUES ('%s', 'i', '%s', 'LOCATION', '%s', %d, %d)"
                .formatted(indicator.organisation(), day, location, value, n));
    }

    private List<String> months() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("SELECT month || ' ' || key || ' ' || marks::text || ' ' || counts::text"
                                + " FROM month_count WHERE organisation = '" + indicator.organisation() + "' ORDER BY 1")) {
            List<String> months = new ArrayList<>();
            while (rows.next()) {
                months.add(rows.getString(1));
            }
            return months;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
