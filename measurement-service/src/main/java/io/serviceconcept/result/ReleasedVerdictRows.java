package io.serviceconcept.result;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Period;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.objective.ObjectiveTarget;
import io.serviceconcept.objective.Verdict;

/** The verdicts that were released. */
final class ReleasedVerdictRows {

    private ReleasedVerdictRows() {
    }

    /** What was said of a period before, null when nothing was. */
    static @Nullable Judged read(Connection connection, IndicatorKey indicator, ObjectiveTarget objective, Period period)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM released_verdict
                WHERE organisation = ? AND indicator = ? AND period_kind = ? AND period_from = ?
                  AND concept = ? AND edition = ? AND objective = ?
                """);
                ResultSet rows = Rows.bind(statement, indicator.organisation(), indicator.id(), period.kind(),
                        period.from(), objective.concept(), objective.edition(), objective.objective()).executeQuery()) {
            return rows.next() ? judged(rows) : null;
        }
    }

    /** Releases a verdict with the next revision. Whoever asks later what was known now finds it in the log. */
    static void release(Connection connection, IndicatorKey indicator, ObjectiveTarget objective, Period period,
            Judged judged, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH released AS (
                INSERT INTO released_verdict (organisation, indicator, period_kind, period_from, concept, edition,
                    objective, dimension, key, n, figure, low, high, change, change_low, change_high, baseline_label,
                    baseline_figure, through, verdict, provisional, across_instrument_break, revision, judged_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %1$s + 1, ?)
                ON CONFLICT (organisation, indicator, period_kind, period_from, concept, edition, objective) DO UPDATE
                SET n = excluded.n, figure = excluded.figure, low = excluded.low, high = excluded.high,
                    change = excluded.change, change_low = excluded.change_low, change_high = excluded.change_high,
                    baseline_label = excluded.baseline_label,
                    baseline_figure = excluded.baseline_figure, through = excluded.through,
                    verdict = excluded.verdict, provisional = excluded.provisional,
                    across_instrument_break = excluded.across_instrument_break,
                    revision = greatest(released_verdict.revision, %1$s) + 1, judged_at = excluded.judged_at
                RETURNING *)
                INSERT INTO released_verdict_log SELECT * FROM released
                ON CONFLICT DO NOTHING
                """.formatted(RevisionRows.BASE))) {
            Rows.bind(statement, indicator.organisation(), indicator.id(), period.kind(), period.from(),
                    objective.concept(), objective.edition(), objective.objective(), objective.slice().dimension(),
                    objective.slice().key(), judged.n(), judged.figure(), judged.low(), judged.high(), judged.change(),
                    judged.changeLow(), judged.changeHigh(),
                    judged.baselineLabel(), judged.baselineFigure(), judged.through(), judged.verdict(),
                    judged.provisional(), judged.acrossInstrumentBreak(), now).executeUpdate();
        }
    }

    /** The revision of the verdict that this is about, 0 when there is none. */
    static long revision(Connection connection, String organisation, TargetJudged verdict) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT revision FROM released_verdict WHERE organisation = ? AND indicator = ? AND period_kind = ?
                  AND period_from = ? AND concept = ? AND edition = ? AND objective = ?
                """);
                ResultSet rows = Rows
                        .bind(statement, organisation, verdict.indicator(), verdict.period().kind(),
                                verdict.period().from(), verdict.concept(), verdict.edition(), verdict.objective())
                        .executeQuery()) {
            return rows.next() ? rows.getLong("revision") : 0;
        }
    }

    static Judged judged(ResultSet rows) throws SQLException {
        return new Judged(Verdict.valueOf(rows.getString("verdict")), rows.getBoolean("provisional"),
                Rows.count(rows, "n"), number(rows, "figure"), number(rows, "low"), number(rows, "high"),
                number(rows, "change"), number(rows, "change_low"), number(rows, "change_high"),
                rows.getString("baseline_label"), number(rows, "baseline_figure"),
                rows.getObject("through", LocalDate.class), rows.getBoolean("across_instrument_break"));
    }

    private static @Nullable BigDecimal number(ResultSet rows, String column) throws SQLException {
        return Decimals.canonicalOrNull(rows.getBigDecimal(column));
    }
}
