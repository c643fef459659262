package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;

/**
 * What is known of the places that could be released, whatever the version of the definition. It is not for showing.
 */
record ReleaseCellRows(Connection connection, IndicatorKey indicator) {

    /** The cells of the periods of a kind that begin within some days, by the first day of their period. */
    SortedMap<LocalDate, SortedMap<Slice, ReleaseCell>> read(PeriodKind kind, LocalDate from, LocalDate to)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM release_cell
                WHERE organisation = ? AND indicator = ? AND period_kind = ? AND period_from BETWEEN ? AND ?
                """);
                ResultSet rows = Rows
                        .bind(statement, indicator.organisation(), indicator.id(), kind, from, to)
                        .executeQuery()) {
            SortedMap<LocalDate, SortedMap<Slice, ReleaseCell>> cells = new TreeMap<>();
            while (rows.next()) {
                cells.computeIfAbsent(Rows.day(rows, "period_from"), day -> new TreeMap<>()).put(
                        new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")),
                        new ReleaseCell(rows.getLong("n"), rows.getString("figure"), rows.getLong("changes"),
                                rows.getLong("shown_n"), rows.getBoolean("withheld")));
            }
            return cells;
        }
    }

    /**
     * The first days of months in which a slice, or what is withheld of a dimension together, has fewer answers than one of
     * some
     * counts, but less than so many fewer.
     */
    Set<LocalDate> monthsBelow(Period year, Set<Long> counts, long fewer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH months AS (
                    SELECT * FROM release_cell
                    WHERE organisation = ? AND indicator = ? AND period_kind = 'MONTH' AND period_from BETWEEN ? AND ?),
                known AS (
                    SELECT period_from, n FROM months
                    UNION SELECT period_from, shown_n FROM months
                    UNION SELECT period_from, sum(n) FROM months WHERE withheld GROUP BY period_from, dimension)
                SELECT DISTINCT period_from FROM known
                WHERE n > 0 AND EXISTS (
                    SELECT 1 FROM unnest(?::bigint[]) AS count WHERE known.n < count AND known.n > count - ?)
                """);
                ResultSet rows = Rows.bind(statement, indicator.organisation(), indicator.id(), year.from(), year.to(),
                        Rows.column(connection, "int8", counts, count -> count), fewer).executeQuery()) {
            Set<LocalDate> months = new HashSet<>();
            while (rows.next()) {
                months.add(Rows.day(rows, "period_from"));
            }
            return months;
        }
    }

    void write(Map<Period, SortedMap<Slice, ReleaseCell>> cells) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO release_cell (organisation, indicator, period_kind, period_from, dimension,
                    key, n, figure, changes, shown_n, withheld)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation, indicator, period_kind, period_from, dimension, key)
                DO UPDATE SET n = excluded.n, figure = excluded.figure, changes = excluded.changes,
                    shown_n = excluded.shown_n, withheld = excluded.withheld
                """)) {
            for (Map.Entry<Period, SortedMap<Slice, ReleaseCell>> ofPeriod : cells.entrySet()) {
                Period period = ofPeriod.getKey();
                for (Map.Entry<Slice, ReleaseCell> entry : ofPeriod.getValue().entrySet()) {
                    Slice slice = entry.getKey();
                    ReleaseCell cell = entry.getValue();
                    Rows.bind(statement, indicator.organisation(), indicator.id(), period.kind(), period.from(),
                            slice.dimension(), slice.key(), cell.n(), cell.figure(), cell.changes(), cell.shownN(),
                            cell.withheld()).addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
