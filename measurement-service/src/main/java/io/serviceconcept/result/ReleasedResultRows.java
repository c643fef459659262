package io.serviceconcept.result;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;

/** The results that were released. */
final class ReleasedResultRows {

    private ReleasedResultRows() {
    }

    /**
     * Releases what differs from what was released before, each with the next revision.
     *
     * @param before what was released of the period
     */
    static void release(Connection connection, IndicatorKey indicator, Period period, Map<Slice, Released> before,
            SortedMap<Slice, Shown> results, Instant now) throws SQLException {
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
            for (Map.Entry<Slice, Shown> result : results.entrySet()) {
                Slice slice = result.getKey();
                Shown shown = result.getValue();
                Released last = before.get(slice);
                if (last == null || !shown.equals(last.shown())) {
                    Correction correction = last == null ? null : last.correction(shown, now);
                    Rows.bind(statement, indicator.organisation(), indicator.id(), period.kind(), period.from(),
                            slice.dimension(), slice.key(), shown.definitionVersion(), shown.basis(), shown.state(),
                            shown.n(), shown.figure(), shown.low(), shown.high(), shown.open(),
                            BesideRows.array(connection, shown.beside()),
                            connection.createArrayOf("text", shown.editions().toArray()),
                            correction == null ? null : correction.n(), correction == null ? null : correction.figure(),
                            correction == null ? null : correction.since(), correction == null ? null : correction.at(), now)
                            .addBatch();
                }
            }
            statement.executeBatch();
        }
        keep(connection, indicator, period, now);
    }

    /** Whoever asks later what was known now finds it in the log. */
    private static void keep(Connection connection, IndicatorKey indicator, Period period, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO released_result_log SELECT * FROM released_result
                WHERE organisation = ? AND indicator = ? AND period_kind = ? AND period_from = ? AND released_at = ?
                ON CONFLICT DO NOTHING
                """)) {
            Rows.bind(statement, indicator.organisation(), indicator.id(), period.kind(), period.from(), now)
                    .executeUpdate();
        }
    }

    /** What was released of a period. */
    static Map<Slice, Released> read(Connection connection, IndicatorKey indicator, Period period)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM released_result
                WHERE organisation = ? AND indicator = ? AND period_kind = ? AND period_from = ?
                """);
                ResultSet rows = Rows
                        .bind(statement, indicator.organisation(), indicator.id(), period.kind(), period.from())
                        .executeQuery()) {
            Map<Slice, Released> results = new HashMap<>();
            while (rows.next()) {
                results.put(new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")),
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
