package io.serviceconcept.exports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.patience.Postponed;

/** Exports, how far each is, and the pieces that are made. */
final class ExportRows {

    private static final String SELECT = """
            SELECT l.*, coalesce(w.state, 'WAITING') AS state, w.finished_at, w.reached, coalesce(w.parts, 0) AS parts,
                   coalesce(w.rows, 0) AS rows, coalesce(w.version, 0) AS work
            FROM export_list l LEFT JOIN export_work w USING (id)
            """;

    private ExportRows() {
    }

    static Optional<ExportJob> find(Connection connection, String organisation, String id) throws SQLException {
        List<ExportJob> found = read(connection, SELECT + "WHERE l.organisation = ? AND l.id = ?", organisation, id);
        return found.stream().findFirst();
    }

    /**
     * By time and id; one more than the page holds.
     *
     * @param lastFirst whether the last that was asked for is the first
     * @param after the last that was seen; null for none
     */
    static List<ExportJob> list(Connection connection, String organisation, boolean lastFirst, @Nullable Place after,
            int limit) throws SQLException {
        String order = lastFirst ? "DESC" : "ASC";
        return read(connection, SELECT + """
                WHERE l.organisation = ? AND (?::timestamptz IS NULL OR (l.requested_at, l.id) %1$s (?, ?))
                ORDER BY l.requested_at %2$s, l.id %2$s LIMIT ?
                """.formatted(lastFirst ? "<" : ">", order), organisation, after == null ? null : after.instant(),
                after == null ? null : after.instant(), after == null ? null : after.id(), limit + 1);
    }

    /** The one that waited longest for its turn. */
    static Optional<ExportJob> next(Connection connection) throws SQLException {
        List<ExportJob> found = read(connection, SELECT + """
                WHERE coalesce(w.state, 'WAITING') IN ('WAITING', 'RUNNING')
                ORDER BY coalesce(w.worked_at, l.requested_at) LIMIT 1
                """);
        return found.stream().findFirst();
    }

    /**
     * Adds a piece, if nobody else did meanwhile.
     *
     * @param part null when there was nothing in it
     */
    static void goOn(Connection connection, ExportJob job, byte @Nullable [] part, int rows, @Nullable String reached,
            ExportState state, Instant now) throws SQLException {
        int changed = execute(connection, """
                INSERT INTO export_work AS w (id, state, finished_at, reached, parts, rows, version, worked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET state = excluded.state, finished_at = excluded.finished_at, reached = excluded.reached,
                    parts = excluded.parts, rows = excluded.rows, version = excluded.version, worked_at = excluded.worked_at,
                    postponed = 0, postponed_since = NULL
                WHERE w.version = excluded.version - 1
                """, job.id(), state, state == ExportState.DONE ? now : null, reached,
                job.parts() + (part == null ? 0 : 1), job.rows() + rows, job.version() + 1, now);
        if (changed == 1 && part != null) {
            execute(connection, "INSERT INTO export_part (export, number, bytes) VALUES (?, ?, ?)", job.id(), job.parts(),
                    part);
        }
    }

    /** Lets others go first. */
    static void letOthersGoFirst(Connection connection, ExportJob job, Instant now) throws SQLException {
        execute(connection, """
                INSERT INTO export_work (id, state, parts, rows, version, worked_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET worked_at = excluded.worked_at
                """, job.id(), job.state(), job.parts(), job.rows(), job.version(), now);
    }

    /** Counts that the export could not go on. */
    static Postponed postpone(Connection connection, ExportJob job, Instant now) throws SQLException {
        letOthersGoFirst(connection, job, now);
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE export_work SET postponed = postponed + 1, postponed_since = coalesce(postponed_since, ?)
                WHERE id = ? RETURNING postponed, postponed_since
                """); ResultSet rows = Rows.bind(statement, now, job.id()).executeQuery()) {
            rows.next();
            return new Postponed(rows.getInt("postponed"), Rows.instant(rows, "postponed_since"));
        }
    }

    /** Nothing of it will be downloaded, unless somebody else went on meanwhile. */
    static void giveUp(Connection connection, ExportJob job, Instant now) throws SQLException {
        execute(connection, """
                UPDATE export_work SET state = 'FAILED', finished_at = ?, version = version + 1
                WHERE id = ? AND version = ?
                """, now, job.id(), job.version());
    }

    static byte[] part(Connection connection, String id, int number) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT bytes FROM export_part WHERE export = ? AND number = ?");
                ResultSet rows = Rows.bind(statement, id, number).executeQuery()) {
            return rows.next() ? rows.getBytes(1) : new byte[0];
        }
    }

    /** @return whether there was anything to remove */
    static boolean expire(Connection connection, Instant before) throws SQLException {
        execute(connection, "UPDATE export_work SET state = 'EXPIRED' WHERE state = 'DONE' AND finished_at < ?", before);
        return execute(connection, """
                DELETE FROM export_part WHERE (export, number) IN (
                    SELECT p.export, p.number FROM export_part p JOIN export_work w ON w.id = p.export
                    WHERE w.state IN ('EXPIRED', 'FAILED') LIMIT 100)
                """) > 0;
    }

    private static List<ExportJob> read(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = Rows.bind(statement, values).executeQuery()) {
            List<ExportJob> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(new ExportJob(rows.getString("id"), rows.getString("organisation"), rows.getString("actor"),
                        Rows.instant(rows, "requested_at"), ExportState.valueOf(rows.getString("state")),
                        rows.getObject("finished_at") == null ? null : Rows.instant(rows, "finished_at"),
                        rows.getString("reached"), rows.getInt("parts"), rows.getLong("rows"), rows.getLong("work")));
            }
            return jobs;
        }
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return Rows.bind(statement, values).executeUpdate();
        }
    }
}
