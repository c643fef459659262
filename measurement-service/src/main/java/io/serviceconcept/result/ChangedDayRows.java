package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.serviceconcept.jdbc.Rows;

/**
 * The days of which something changed since results were last released. A projection adds them in the transaction that
 * changes the figures, so whoever sees the day sees the figures.
 */
final class ChangedDayRows {

    /** Where the days are. A projection that is rebuilt must not add to it: what it counts is not read yet. */
    static final List<String> TABLES = List.of("result_change");

    private ChangedDayRows() {
    }

    static void add(Connection connection, Collection<ChangedDay> days) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("INSERT INTO result_change (organisation, indicator, day) VALUES (?, ?, ?)")) {
            for (ChangedDay changed : days) {
                Rows.bind(statement, changed.indicator().organisation(), changed.indicator().id(), changed.day())
                        .addBatch();
            }
            statement.executeBatch();
        }
    }

    static boolean any(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM result_change)");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Some changed days of one indicator. */
    record Taken(IndicatorKey indicator, SortedSet<LocalDate> days) {
    }

    /**
     * Takes the oldest changes of the indicator whose turn it is; empty when nothing changed. Statements after this one see
     * the figures they are about.
     *
     * @param most changes to take
     */
    static Optional<Taken> take(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH next AS (SELECT organisation, indicator FROM result_change ORDER BY id LIMIT 1)
                DELETE FROM result_change WHERE id IN (
                    SELECT c.id FROM result_change c JOIN next USING (organisation, indicator) ORDER BY c.id LIMIT ?)
                RETURNING organisation, indicator, day
                """);
                ResultSet rows = Rows.bind(statement, most).executeQuery()) {
            SortedSet<LocalDate> days = new TreeSet<>();
            IndicatorKey indicator = null;
            while (rows.next()) {
                indicator = new IndicatorKey(rows.getString("organisation"), rows.getString("indicator"));
                days.add(Rows.day(rows, "day"));
            }
            return indicator == null ? Optional.empty() : Optional.of(new Taken(indicator, days));
        }
    }
}
