package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.jdbc.Rows;

/**
 * A log of what was released, minute by minute.
 *
 * @param at the column that tells when it was released
 * @param place the columns that tell what was released
 */
record ReleaseLogRows(String log, String at, String place) {

    static final List<ReleaseLogRows> ALL = List.of(
            new ReleaseLogRows("released_result_log", "released_at",
                    "organisation, indicator, period_kind, dimension, period_from, key"),
            new ReleaseLogRows("released_verdict_log", "judged_at",
                    "organisation, indicator, period_kind, period_from, concept, edition, objective"));

    /** The first minute in which anything was released and that was not thinned. */
    @Nullable
    Instant nextMinute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT date_trunc('minute', min(%2$s)) FROM %1$s
                WHERE %2$s >= (SELECT until FROM release_log_thinned WHERE log = ?)
                """.formatted(log, at));
                ResultSet rows = Rows.bind(statement, log).executeQuery()) {
            rows.next();
            OffsetDateTime minute = rows.getObject(1, OffsetDateTime.class);
            return minute == null ? null : minute.toInstant();
        }
    }

    /** Keeps the last state of each place within a minute. One statement: a minute is thinned and known to be, or neither. */
    void thin(Connection connection, Instant minute) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH told AS (SELECT ?::timestamptz AS minute, ?::timestamptz AS next),
                thinned AS (UPDATE release_log_thinned SET until = told.next FROM told WHERE log = ?)
                DELETE FROM %1$s WHERE ctid IN (
                    SELECT ctid FROM (
                        SELECT l.ctid, row_number() OVER (PARTITION BY %3$s ORDER BY %2$s DESC) AS place
                        FROM %1$s l, told WHERE %2$s >= told.minute AND %2$s < told.next) AS within
                    WHERE place > 1)
                """.formatted(log, at, place))) {
            Rows.bind(statement, minute, minute.plus(1, ChronoUnit.MINUTES), log).executeUpdate();
        }
    }
}
