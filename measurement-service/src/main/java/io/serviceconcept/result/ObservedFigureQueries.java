package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.serviceconcept.figure.DurationSketch;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.figure.Sums;
import io.serviceconcept.jdbc.Rows;

/** Reads what was counted and timed of one indicator. */
record ObservedFigureQueries(Connection connection, String organisation, String indicator) {

    /** The slices that an observation belongs to. */
    static final String SLICES = """
            CROSS JOIN LATERAL (VALUES
                ('ALL', ''), ('CHANNEL', coalesce(channel, 'UNKNOWN')), ('LAYER', coalesce(layer, 'UNKNOWN')),
                ('GROUP', coalesce(customer_group, 'UNKNOWN')), ('LOCATION', coalesce(location, 'UNKNOWN')),
                ('EDITION', coalesce(edition, 'UNKNOWN'))
            ) s (dimension, key)
            """;

    /** Observations that lie wholly within the days: one that reaches over the edge cannot be divided. */
    static final String WITHIN = " AND lower(days) >= ? AND upper(days) <= ?\n";

    private static final String OF_INDICATOR = "WHERE organisation = ? AND indicator = ?";

    /**
     * What was counted on the days, by location. Under an edition, and in a layer of its channels, only the days on which it
     * was in force are to be covered.
     */
    Census census(LocalDate from, LocalDate to, LocalDate over) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT dimension, key, place, total, denominator,
                       observed @> datemultirange(daterange(?, ?, '[)')) * coalesce((
                           SELECT range_agg(daterange(e.in_force_from, greatest(e.in_force_from, coalesce(least(
                               (SELECT min(later.in_force_from) FROM edition later
                                WHERE later.organisation = e.organisation AND later.concept = e.concept
                                  AND (later.in_force_from, later.edition) > (e.in_force_from, e.edition)),
                               (SELECT retired_on + 1 FROM retired_concept retired
                                WHERE retired.organisation = e.organisation AND retired.concept = e.concept)),
                               date 'infinity'))))
                           FROM edition e
                           WHERE e.organisation = ? AND (
                               dimension = 'EDITION' AND e.concept || '|' || e.edition = counted.key
                               OR dimension = 'LAYER' AND EXISTS (SELECT 1 FROM edition_channel c
                                   WHERE c.organisation = e.organisation AND c.concept = e.concept
                                     AND c.edition = e.edition AND c.layer = counted.key))),
                           datemultirange(daterange(NULL, NULL))) AS covered
                FROM (
                    SELECT s.dimension, s.key, coalesce(location, 'UNKNOWN') AS place, sum(value) AS total,
                           coalesce(sum(denominator), 0) AS denominator, range_agg(days) AS observed
                    FROM counted
                """ + SLICES + OF_INDICATOR + WITHIN + "GROUP BY s.dimension, s.key, place) counted");
                ResultSet rows = Rows.bind(statement, from, over.plusDays(1), organisation, organisation,
                        indicator, from, to.plusDays(1)).executeQuery()) {
            Census census = new Census();
            while (rows.next()) {
                census.add(FigureQueries.slice(rows), rows.getString("place"), new Census.Place(rows.getBigDecimal("total"),
                        rows.getBigDecimal("denominator"), rows.getBoolean("covered")));
            }
            return census;
        }
    }

    /** Single times have a bucket; a total over many has none, and tells nothing of their spread. */
    Map<Slice, Figure> durations(LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT s.dimension, s.key, bucket, sum(coalesce(denominator, 1)) AS n, sum(value) AS total,
                       sum(value * value) AS squares
                FROM counted
                """ + SLICES + OF_INDICATOR + WITHIN + "GROUP BY s.dimension, s.key, bucket");
                ResultSet rows = Rows.bind(statement, organisation, indicator, from, to.plusDays(1))
                        .executeQuery()) {
            Map<Slice, Sums> sums = new TreeMap<>();
            Map<Slice, Map<Integer, Long>> buckets = new HashMap<>();
            while (rows.next()) {
                Slice slice = FigureQueries.slice(rows);
                long n = rows.getBigDecimal("n").longValueExact();
                sums.merge(slice, new Sums(n, rows.getBigDecimal("total"), rows.getBigDecimal("squares")), Sums::plus);
                Integer bucket = rows.getObject("bucket", Integer.class);
                Map<Integer, Long> ofSlice = buckets.computeIfAbsent(slice, s -> new HashMap<>());
                if (bucket != null) {
                    ofSlice.merge(bucket, n, Long::sum);
                }
            }
            SortedMap<Slice, Figure> figures = new TreeMap<>();
            sums.forEach((slice, all) -> figures.put(slice,
                    Figure.ofDurations(all, DurationSketch.histogram(buckets.getOrDefault(slice, Map.of())))));
            return figures;
        }
    }
}
