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

    /** Rows that are taken at once; further ones of the same days are taken the next time, and change nothing then. */
    private static final int SOME = 20_000;

    private ChangedDayRows() {
    }

    static void add(Connection connection, Collection<ChangedDay> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO result_change (organisation, indicator, day)
                SELECT organisation, indicator, day::date
                FROM unnest(?::text[], ?::text[], ?::text[]) AS changed (organisation, indicator, day)
                """)) {
            Rows.bind(statement, Rows.column(connection, "text", days, changed -> changed.indicator().organisation()),
                    Rows.column(connection, "text", days, changed -> changed.indicator().id()),
                    Rows.column(connection, "text", days, changed -> changed.day().toString())).executeUpdate();
        }
    }

    /** The number of the change that came last; 0 when nothing changed. */
    static long newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT coalesce(max(id), 0) FROM result_change");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Some changed days of one indicator. */
    record Taken(IndicatorKey indicator, SortedSet<LocalDate> days) {
    }

    /**
     * Takes the oldest changes of the indicator whose turn it is; empty when none is left that had changed by then. A day that
     * changed many times is taken once for all of them. Statements after this one see the figures they are about.
     *
     * @param most months in which the days may lie: what a release costs follows from them
     * @param newest the number of the last change that gives an indicator its turn; with it come those of its later changes
     *        that are there by now
     */
    static Optional<Taken> take(Connection connection, int most, long newest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH next AS (SELECT organisation, indicator FROM result_change WHERE id <= ? ORDER BY id LIMIT 1),
                oldest AS MATERIALIZED (
                    SELECT c.id, date_trunc('month', c.day) AS month
                    FROM result_change c JOIN next USING (organisation, indicator) ORDER BY c.id LIMIT ?),
                months AS (SELECT month FROM oldest GROUP BY month ORDER BY min(id) LIMIT ?),
                taken AS (
                    DELETE FROM result_change WHERE id IN (SELECT id FROM oldest JOIN months USING (month))
                    RETURNING organisation, indicator, day)
                SELECT DISTINCT organisation, indicator, day FROM taken
                """);
                ResultSet rows = Rows.bind(statement, newest, SOME, most).executeQuery()) {
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
