package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

import io.serviceconcept.jdbc.Rows;

/**
 * How often each value was given, month by month, as it was when the month was last released. Quarters and years are added up
 * from it, so that a release costs the months in which something changed, however much was answered in the year.
 */
final class MonthCountRows {

    private MonthCountRows() {
    }

    /** Adds up the months in which some days lie. A slice of which nothing is kept any more is forgotten. */
    static void addUp(Connection connection, IndicatorKey indicator, Collection<LocalDate> days) throws SQLException {
        SortedSet<LocalDate> months = new TreeSet<>();
        days.forEach(day -> months.add(day.withDayOfMonth(1)));
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH told AS (SELECT ?::text AS organisation, ?::text AS indicator, ?::date AS month),
                now AS MATERIALIZED (
                    SELECT dimension, key, array_agg(value ORDER BY value) AS marks, array_agg(n ORDER BY value) AS counts
                    FROM (SELECT dimension, key, value, sum(n)::bigint AS n FROM result_cell
                          WHERE organisation = ? AND indicator = ? AND day BETWEEN ? AND ?
                          GROUP BY dimension, key, value) AS added
                    GROUP BY dimension, key),
                gone AS (
                    DELETE FROM month_count WHERE organisation = ? AND indicator = ? AND month = ?
                      AND NOT EXISTS (SELECT 1 FROM now
                                      WHERE now.dimension = month_count.dimension AND now.key = month_count.key))
                INSERT INTO month_count (organisation, indicator, month, dimension, key, marks, counts)
                SELECT organisation, indicator, month, dimension, key, marks, counts FROM told, now
                ON CONFLICT (organisation, indicator, month, dimension, key) DO UPDATE
                SET marks = excluded.marks, counts = excluded.counts
                WHERE (month_count.marks, month_count.counts) IS DISTINCT FROM (excluded.marks, excluded.counts)
                """)) {
            for (LocalDate month : months) {
                Rows.bind(statement, indicator.organisation(), indicator.id(), month, indicator.organisation(),
                        indicator.id(), month, month.plusMonths(1).minusDays(1), indicator.organisation(), indicator.id(),
                        month).executeUpdate();
            }
        }
    }
}
