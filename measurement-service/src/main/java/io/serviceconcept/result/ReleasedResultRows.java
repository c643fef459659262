package io.serviceconcept.result;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;

/** The results that were released. */
final class ReleasedResultRows {

    private ReleasedResultRows() {
    }

    /**
     * Releases what differs from what was released before, each with the next revision.
     *
     * @param before what was released of the periods
     */
    static void release(Connection connection, IndicatorKey indicator, Map<Period, Map<Slice, Released>> before,
            Map<Period, SortedMap<Slice, Shown>> results, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO released_result (organisation, indicator, period_kind, period_from, dimension, key,
                    definition_version, basis, state, n, figure, low, high, open, beside, editions, corrected_n,
                    corrected_figure, corrected_since, corrected_at, revision, released_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %1$s + 1, ?)
                ON CONFLICT (organisation, indicator, period_kind, dimension, period_from, key) DO UPDATE
                SET definition_version = excluded.definition_version, basis = excluded.basis, state = excluded.state,
                    n = excluded.n, figure = excluded.figure, low = excluded.low, high = excluded.high,
                    open = excluded.open, beside = excluded.beside, editions = excluded.editions,
                    corrected_n = excluded.corrected_n, corrected_figure = excluded.corrected_figure,
                    corrected_since = excluded.corrected_since, corrected_at = excluded.corrected_at,
                    corrected_revision = CASE
                        WHEN excluded.corrected_at IS NULL THEN 0
                        WHEN excluded.corrected_at = released_result.corrected_at THEN released_result.corrected_revision
                        ELSE greatest(released_result.revision, %1$s) + 1 END,
                    revision = greatest(released_result.revision, %1$s) + 1, released_at = excluded.released_at
                """.formatted(RevisionRows.BASE))) {
            for (Map.Entry<Period, SortedMap<Slice, Shown>> ofPeriod : results.entrySet()) {
                Map<Slice, Released> then = before.getOrDefault(ofPeriod.getKey(), Map.of());
                for (Map.Entry<Slice, Shown> result : ofPeriod.getValue().entrySet()) {
                    Released last = then.get(result.getKey());
                    if (last == null || !result.getValue().equals(last.shown())) {
                        bind(statement, indicator, ofPeriod.getKey(), result.getKey(), result.getValue(), last, now)
                                .addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
        keep(connection, indicator, results.keySet(), now);
    }

    private static PreparedStatement bind(PreparedStatement statement, IndicatorKey indicator, Period period, Slice slice,
            Shown shown, @Nullable Released last, Instant now) throws SQLException {
        Connection connection = statement.getConnection();
        Correction correction = last == null ? null : last.correction(shown, now);
        return Rows.bind(statement, indicator.organisation(), indicator.id(), period.kind(), period.from(),
                slice.dimension(), slice.key(), shown.definitionVersion(), shown.basis(), shown.state(), shown.n(),
                shown.figure(), shown.low(), shown.high(), shown.open(), BesideRows.array(connection, shown.beside()),
                connection.createArrayOf("text", shown.editions().toArray()), correction == null ? null : correction.n(),
                correction == null ? null : correction.figure(), correction == null ? null : correction.since(),
                correction == null ? null : correction.at(), now);
    }

    /** Whoever asks later what was known now finds it in the log. */
    private static void keep(Connection connection, IndicatorKey indicator, Collection<Period> periods, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO released_result_log SELECT r.*
                FROM unnest(?::text[], ?::text[]) AS told (period_kind, period_from)
                    CROSS JOIN LATERAL (SELECT * FROM released_result
                        WHERE organisation = ? AND indicator = ? AND period_kind = told.period_kind
                          AND period_from = told.period_from::date AND released_at = ?
                        OFFSET 0) AS r
                ON CONFLICT DO NOTHING
                """)) {
            Rows.bind(statement, Rows.column(connection, "text", periods, period -> period.kind().name()),
                    Rows.column(connection, "text", periods, period -> period.from().toString()), indicator.organisation(),
                    indicator.id(), now).executeUpdate();
        }
    }

    /** What was released of some periods: a probe of the index for each, which OFFSET 0 keeps the planner to. */
    static Map<Period, Map<Slice, Released>> read(Connection connection, IndicatorKey indicator, Collection<Period> periods)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT r.*
                FROM unnest(?::text[], ?::text[]) AS asked (period_kind, period_from)
                    CROSS JOIN LATERAL (SELECT * FROM released_result
                        WHERE organisation = ? AND indicator = ? AND period_kind = asked.period_kind
                          AND period_from = asked.period_from::date
                        OFFSET 0) AS r
                """);
                ResultSet rows = Rows.bind(statement, Rows.column(connection, "text", periods, period -> period.kind().name()),
                        Rows.column(connection, "text", periods, period -> period.from().toString()),
                        indicator.organisation(), indicator.id()).executeQuery()) {
            Map<Period, Map<Slice, Released>> results = new HashMap<>();
            while (rows.next()) {
                results.computeIfAbsent(
                        new Period(PeriodKind.valueOf(rows.getString("period_kind")), Rows.day(rows, "period_from")),
                        period -> new HashMap<>()).put(
                                new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")),
                                new Released(shown(rows), Rows.instant(rows, "released_at"), correction(rows)));
            }
            return results;
        }
    }

    /** The revision of the slice that this is about, 0 when there is none. */
    static long revision(Connection connection, String organisation, ResultReleased result) throws SQLException {
        String key = result.slice().key();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT revision FROM released_result WHERE organisation = ? AND indicator = ? AND period_kind = ?
                  AND period_from = ? AND dimension = ? AND key = ?
                """);
                ResultSet rows = Rows.bind(statement, organisation, result.indicator(), result.period().kind(),
                        result.period().from(), result.slice().dimension(), key == null ? "" : key).executeQuery()) {
            return rows.next() ? rows.getLong("revision") : 0;
        }
    }

    /** The first days of all periods that were released as open. */
    static List<ChangedDay> openPeriods(Connection connection) throws SQLException {
        List<ChangedDay> open = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DISTINCT organisation, indicator, period_from FROM released_result WHERE open
                """); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                open.add(new ChangedDay(new IndicatorKey(rows.getString("organisation"), rows.getString("indicator")),
                        Rows.day(rows, "period_from")));
            }
        }
        return open;
    }

    static Shown shown(ResultSet rows) throws SQLException {
        return new Shown(rows.getInt("definition_version"), Basis.valueOf(rows.getString("basis")),
                ResultState.valueOf(rows.getString("state")), Rows.count(rows, "n"),
                Decimals.canonicalOrNull(rows.getBigDecimal("figure")),
                Decimals.canonicalOrNull(rows.getBigDecimal("low")),
                Decimals.canonicalOrNull(rows.getBigDecimal("high")), rows.getBoolean("open"), BesideRows.read(rows),
                Rows.texts(rows, "editions").stream().map(Objects::requireNonNull).toList());
    }

    static @Nullable Correction correction(ResultSet rows) throws SQLException {
        BigDecimal figure = Decimals.canonicalOrNull(rows.getBigDecimal("corrected_figure"));
        return figure == null ? null
                : new Correction(Rows.count(rows, "corrected_n"), figure, Rows.instant(rows, "corrected_since"),
                        Rows.instant(rows, "corrected_at"));
    }
}
