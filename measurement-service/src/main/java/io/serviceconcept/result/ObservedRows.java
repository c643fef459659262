package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.EditionsInForce.InForce;
import io.serviceconcept.jdbc.Rows;

/** The layers and editions that observations are counted in. */
final class ObservedRows {

    private ObservedRows() {
    }

    /** @param day the first one it is about */
    record Observed(String indicator, String stream, LocalDate day, @Nullable String channel, @Nullable String layer,
            @Nullable String edition) {

        Observed in(@Nullable InForce inForce) {
            return new Observed(indicator, stream, day, channel, inForce == null ? null : inForce.layer(channel),
                    inForce == null ? null : inForce.key());
        }
    }

    /** The next ones, in the order of indicator and stream; none when there are no more. */
    static List<Observed> some(Connection connection, Recount recount, int some) throws SQLException {
        boolean begins = recount.reached().isEmpty();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT indicator, stream, lower(days) AS day, channel, layer, edition FROM counted
                WHERE organisation = ? AND (indicator, stream) > (?, ?) AND lower(days) >= ?
                ORDER BY indicator, stream LIMIT ?
                """);
                ResultSet rows = Rows.bind(statement, recount.organisation(), begins ? "" : recount.reached().getFirst(),
                        begins ? "" : recount.reached().getLast(), recount.from(), some).executeQuery()) {
            List<Observed> observed = new ArrayList<>();
            while (rows.next()) {
                observed.add(new Observed(rows.getString("indicator"), rows.getString("stream"), Rows.day(rows, "day"),
                        rows.getString("channel"), rows.getString("layer"), rows.getString("edition")));
            }
            return observed;
        }
    }

    static void write(Connection connection, String organisation, List<Observed> observed) throws SQLException {
        if (observed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE counted SET layer = told.layer, edition = told.edition
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS told (indicator, stream, layer, edition)
                WHERE counted.organisation = ? AND counted.indicator = told.indicator AND counted.stream = told.stream
                """)) {
            Rows.bind(statement, Rows.column(connection, "text", observed, Observed::indicator),
                    Rows.column(connection, "text", observed, Observed::stream),
                    Rows.column(connection, "text", observed, Observed::layer),
                    Rows.column(connection, "text", observed, Observed::edition), organisation).executeUpdate();
        }
    }
}
