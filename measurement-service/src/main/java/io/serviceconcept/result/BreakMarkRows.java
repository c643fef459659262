package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;

import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.jdbc.Rows;

/**
 * The marks on released results that are not comparable with those before: the first of each slice, since the period in which
 * answers became others, of which anything is known.
 */
final class BreakMarkRows {

    private BreakMarkRows() {
    }

    /** Marks those that are the first now, and no others; each that is marked otherwise than before has a new revision. */
    static void mark(Connection connection, IndicatorKey indicator, Collection<LocalDate> breaks, Instant now)
            throws SQLException {
        if (breaks.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH first AS MATERIALIZED (
                    SELECT r.period_kind, r.dimension, r.key, min(r.period_from) AS period_from
                    FROM unnest(?::text[], ?::date[]) AS broken (period_kind, period_from)
                        JOIN released_result r ON r.organisation = ? AND r.indicator = ?
                            AND r.period_kind = broken.period_kind AND r.period_from >= broken.period_from
                    WHERE r.state <> 'HIDDEN' OR r.basis = 'REPORTED' OR EXISTS (
                        SELECT 1 FROM release_cell c
                        WHERE c.organisation = r.organisation AND c.indicator = r.indicator
                          AND c.period_kind = r.period_kind AND c.period_from = r.period_from
                          AND c.dimension = r.dimension AND c.key = r.key AND c.n > 0)
                    GROUP BY r.period_kind, broken.period_from, r.dimension, r.key),
                marked AS (
                    UPDATE released_result r
                    SET instrument_break = NOT instrument_break, revision = greatest(revision, %s) + 1, released_at = ?
                    WHERE organisation = ? AND indicator = ?
                      AND instrument_break <> ((period_kind, dimension, key, period_from) IN (
                          SELECT period_kind, dimension, key, period_from FROM first))
                    RETURNING *)
                INSERT INTO released_result_log SELECT * FROM marked
                ON CONFLICT (organisation, indicator, period_kind, dimension, period_from, key, released_at) DO UPDATE
                SET instrument_break = excluded.instrument_break, revision = excluded.revision
                """.formatted(RevisionRows.BASE))) {
            Rows.bind(statement,
                    connection.createArrayOf("text",
                            Release.KINDS.stream().flatMap(kind -> breaks.stream().map(day -> kind.name())).toArray()),
                    connection.createArrayOf("date", Release.KINDS.stream()
                            .flatMap(kind -> breaks.stream().map(day -> beginning(kind, day))).toArray()),
                    indicator.organisation(), indicator.id(), now, indicator.organisation(), indicator.id()).executeUpdate();
        }
    }

    private static String beginning(PeriodKind kind, LocalDate day) {
        return Period.of(kind, day).from().toString();
    }
}
