package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.figure.Sums;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorKind;
import io.serviceconcept.jdbc.Rows;

/** Reads the figures of one indicator. Everything that shows a figure, at whatever time, gets it from here. */
record FigureQueries(Connection connection, String organisation, IndicatorEvent.Defined indicator) {

    private static final String OF_INDICATOR = " organisation = ? AND indicator = ?";

    /**
     * The figures of all slices of a period.
     *
     * @param today days before it are over, and a census lacks nothing later
     */
    SortedMap<Slice, Figure> of(Period period, LocalDate today) throws SQLException {
        LocalDate yesterday = today.minusDays(1);
        LocalDate over = yesterday.isBefore(period.to()) ? yesterday : period.to();
        return within(period.from(), period.to(), over.isBefore(period.from()) ? period.from().minusDays(1) : over);
    }

    /**
     * The figures of all slices over some days. A reported figure stands in where nothing was measured.
     *
     * @param over the last day that a census must cover; the day before {@code from} when there is none yet
     */
    SortedMap<Slice, Figure> within(LocalDate from, LocalDate to, LocalDate over) throws SQLException {
        SortedMap<Slice, Figure> figures = new TreeMap<>();
        if (indicator.kind() == IndicatorKind.MEAN) {
            figures.putAll(means(from, to));
        } else {
            Census census = census(from, to, over);
            for (Slice slice : census.slices()) {
                figures.put(slice, census.figure(slice, Census.expected(slice, indicator.locations(), census)));
            }
        }
        reported(from, to).forEach(figures::putIfAbsent);
        return figures;
    }

    private Map<Slice, Figure> means(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT dimension, key, sum(n) AS n, sum(total) AS total, sum(squares) AS squares FROM result_cell
                WHERE""" + OF_INDICATOR + """
                 AND definition_version = ? AND day BETWEEN ? AND ?
                GROUP BY dimension, key
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), indicator.version(), from, to)
                        .executeQuery()) {
            SortedMap<Slice, Figure> figures = new TreeMap<>();
            while (rows.next()) {
                figures.put(slice(rows), Figure.ofResponses(
                        new Sums(rows.getLong("n"), rows.getBigDecimal("total"), rows.getBigDecimal("squares"))));
            }
            return figures;
        }
    }

    /** Observations that lie wholly within the days: one that reaches over the edge cannot be divided. */
    Census census(LocalDate from, LocalDate to, LocalDate over) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT s.dimension, s.key, coalesce(location, 'UNKNOWN') AS place, sum(value) AS total,
                       range_agg(days) @> daterange(?, ?, '[)') AS covered
                FROM counted CROSS JOIN LATERAL (VALUES
                    ('ALL', ''), ('CHANNEL', coalesce(channel, 'UNKNOWN')),
                    ('GROUP', coalesce(customer_group, 'UNKNOWN')), ('LOCATION', coalesce(location, 'UNKNOWN'))
                ) s (dimension, key)
                WHERE""" + OF_INDICATOR + """
                 AND lower(days) >= ? AND upper(days) <= ?
                GROUP BY s.dimension, s.key, place
                """);
                ResultSet rows = Rows.bind(statement, from, over.plusDays(1), organisation, indicator.indicator(), from,
                        to.plusDays(1)).executeQuery()) {
            Census census = new Census();
            while (rows.next()) {
                census.add(slice(rows), rows.getString("place"),
                        new Census.Place(rows.getBigDecimal("total"), rows.getBoolean("covered")));
            }
            return census;
        }
    }

    /** Figures that others computed over exactly these days; of several the one that came last. */
    private Map<Slice, Figure> reported(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DISTINCT ON (dimension, key) dimension, key, value, n FROM reported
                WHERE""" + OF_INDICATOR + """
                 AND lower(days) = ? AND days = daterange(?, ?, '[]')
                ORDER BY dimension, key, received_at DESC, stream
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), from, from, to)
                        .executeQuery()) {
            SortedMap<Slice, Figure> figures = new TreeMap<>();
            while (rows.next()) {
                figures.put(slice(rows), Figure.reported(rows.getBigDecimal("value"), Rows.count(rows, "n")));
            }
            return figures;
        }
    }

    /** The days between two others, both included, on which anything at all is known, in order. */
    SortedSet<LocalDate> daysWithData(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT day FROM result_cell WHERE""" + OF_INDICATOR + """
                 AND definition_version = ? AND dimension = 'ALL' AND day BETWEEN ? AND ?
                UNION SELECT lower(days) FROM counted WHERE""" + OF_INDICATOR + """
                 AND lower(days) BETWEEN ? AND ?
                UNION SELECT lower(days) FROM reported WHERE""" + OF_INDICATOR + """
                 AND lower(days) BETWEEN ? AND ?
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator.indicator(), indicator.version(), from, to,
                        organisation, indicator.indicator(), from, to, organisation, indicator.indicator(), from, to)
                        .executeQuery()) {
            SortedSet<LocalDate> days = new TreeSet<>();
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
            return days;
        }
    }

    /** The periods of some kinds in which the days lie, in order. */
    static List<Period> periods(List<PeriodKind> kinds, SortedSet<LocalDate> days) {
        return kinds.stream().flatMap(kind -> days.stream().map(day -> Period.of(kind, day)).distinct()).toList();
    }

    private static Slice slice(ResultSet rows) throws SQLException {
        return new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"));
    }
}
