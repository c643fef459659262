package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.serviceconcept.jdbc.Rows;

/**
 * The days of which something changed since results were last released. A projection adds them in the transaction that
 * changes the figures, so whoever sees the day sees the figures.
 */
final class ChangedDayRows {

    private static final int MOST = 1_000;

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

    /** Takes the oldest ones away and answers them; statements after this one see the figures they are about. */
    static SortedMap<IndicatorKey, SortedSet<LocalDate>> take(Connection connection) throws SQLException {
        SortedMap<IndicatorKey, SortedSet<LocalDate>> taken = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM result_change WHERE id IN (SELECT id FROM result_change ORDER BY id LIMIT ?)
                RETURNING organisation, indicator, day
                """);
                ResultSet rows = Rows.bind(statement, MOST).executeQuery()) {
            while (rows.next()) {
                IndicatorKey indicator = new IndicatorKey(rows.getString("organisation"), rows.getString("indicator"));
                taken.computeIfAbsent(indicator, i -> new TreeSet<>()).add(Rows.day(rows, "day"));
            }
        }
        return taken;
    }
}
