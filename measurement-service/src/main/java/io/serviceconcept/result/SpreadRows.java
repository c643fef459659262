package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Spread;
import io.serviceconcept.privacy.Spreads;

/**
 * How the responses of an indicator are spread, each slice read once. It is not for showing. What one shard counted another may
 * have taken away, so a value was given as often as the cells of all shards say together.
 */
final class SpreadRows implements Spreads {

    private final Connection connection;
    private final IndicatorKey indicator;
    private final Map<Days, Map<Slice, Spread>> known = new HashMap<>();

    SpreadRows(Connection connection, IndicatorKey indicator) {
        this.connection = connection;
        this.indicator = indicator;
    }

    @Override
    public Map<Slice, Spread> of(Days days, Set<Slice> slices) {
        Map<Slice, Spread> ofDays = known.computeIfAbsent(days, d -> new HashMap<>());
        Set<Slice> unread = new HashSet<>(slices);
        unread.removeAll(ofDays.keySet());
        if (!unread.isEmpty()) {
            try {
                ofDays.putAll(read(days, unread));
            } catch (SQLException e) {
                throw new EventStoreUnavailable(e);
            }
        }
        return ofDays;
    }

    /** One probe of the index for each day and slice, which OFFSET 0 keeps the planner to. */
    private Map<Slice, Spread> read(Days days, Collection<Slice> slices) throws SQLException {
        Map<Slice, Spread> spreads = new HashMap<>();
        slices.forEach(slice -> spreads.put(slice, Spread.ofNobody()));
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT days.day::date AS day, asked.dimension, asked.key, cell.value, cell.n
                FROM unnest(?::text[], ?::text[]) AS asked (dimension, key)
                CROSS JOIN generate_series(?::date, ?::date, interval '1 day') AS days (day)
                CROSS JOIN LATERAL (SELECT c.value, sum(c.n)::bigint AS n FROM result_cell c
                    WHERE c.organisation = ? AND c.indicator = ? AND c.day = days.day::date
                      AND c.dimension = asked.dimension AND c.key = asked.key
                    GROUP BY c.value HAVING sum(c.n) > 0
                    OFFSET 0) AS cell
                """);
                ResultSet rows = Rows.bind(statement,
                        Rows.column(connection, "text", slices, slice -> slice.dimension().name()),
                        Rows.column(connection, "text", slices, Slice::key), days.from(), days.to(),
                        indicator.organisation(), indicator.id()).executeQuery()) {
            while (rows.next()) {
                Slice slice = new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"));
                spreads.computeIfAbsent(slice, s -> Spread.ofNobody()).add(Rows.day(rows, "day"),
                        rows.getBigDecimal("value"), rows.getLong("n"));
            }
            return spreads;
        }
    }
}
