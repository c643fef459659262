package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Place;

/** How many responses there are on each day. It is not for showing. */
final class DayCountRows {

    private DayCountRows() {
    }

    static Map<Place, Long> read(Connection connection, IndicatorKey indicator, Period period) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT day, dimension, key, sum(n) AS n FROM result_cell
                WHERE organisation = ? AND indicator = ? AND day BETWEEN ? AND ?
                GROUP BY day, dimension, key
                HAVING sum(n) > 0
                """);
                ResultSet rows = Rows.bind(statement, indicator.organisation(), indicator.id(), period.from(),
                        period.to()).executeQuery()) {
            Map<Place, Long> counts = new HashMap<>();
            while (rows.next()) {
                LocalDate day = Rows.day(rows, "day");
                counts.put(new Place(new Days(day, day),
                        new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"))),
                        rows.getLong("n"));
            }
            return counts;
        }
    }
}
