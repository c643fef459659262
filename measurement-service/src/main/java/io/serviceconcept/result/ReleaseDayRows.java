package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.eventsourcing.time.Calendar;
import io.serviceconcept.jdbc.Rows;

/** The days that have begun: for each time zone the day on which its open periods were last looked at. */
final class ReleaseDayRows {

    private ReleaseDayRows() {
    }

    /** Those of the calendars by which it is another day now. */
    static Set<Calendar> begun(Connection connection, Collection<Calendar> calendars, Instant now) throws SQLException {
        Map<String, LocalDate> reached = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT zone, day FROM release_day");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reached.put(rows.getString("zone"), Rows.day(rows, "day"));
            }
        }
        Set<Calendar> begun = new HashSet<>();
        for (Calendar calendar : calendars) {
            if (!calendar.dayOf(now).equals(reached.get(calendar.zone().getId()))) {
                begun.add(calendar);
            }
        }
        return begun;
    }

    static void reached(Connection connection, Collection<Calendar> calendars, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO release_day (zone, day) VALUES (?, ?) ON CONFLICT (zone) DO UPDATE SET day = excluded.day
                """)) {
            for (Calendar calendar : calendars) {
                Rows.bind(statement, calendar.zone().getId(), calendar.dayOf(now)).addBatch();
            }
            statement.executeBatch();
        }
    }
}
