package io.serviceconcept.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.patience.Postponed;

/** Uploads and how far each was taken in. */
final class ImportRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {
    };

    private ImportRows() {
    }

    /**
     * @param idempotencyKey null when the sender gave none
     * @return false when another request with the same key came first
     */
    static boolean begin(Connection connection, ImportJob job, @Nullable String idempotencyKey) throws SQLException {
        return execute(connection, """
                INSERT INTO import_job (id, organisation, kind, survey, format, columns, actor, idempotency_key, state,
                                        created_at, worked_at, key, traceparent, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation, idempotency_key) DO NOTHING
                """, job.id(), job.organisation(), job.kind(), job.survey(), job.format(), written(job.columns()), job.actor(),
                idempotencyKey, job.state(), job.createdAt(), job.createdAt(), job.key(), job.traceparent(),
                job.reason()) == 1;
    }

    static void addPart(Connection connection, String id, int number, byte[] bytes) throws SQLException {
        execute(connection, "INSERT INTO import_part (import, number, bytes) VALUES (?, ?, ?)", id, number, bytes);
    }

    /** The file is complete: from now on it is taken in, whatever happens to this instance. */
    static void uploaded(Connection connection, String id, long bytes, String fingerprint, ImportState state)
            throws SQLException {
        execute(connection, """
                UPDATE import_job SET state = ?, bytes = ?, fingerprint = ?, version = version + 1
                WHERE id = ? AND state = 'UPLOADING'
                """, state, bytes, fingerprint, id);
    }

    static void drop(Connection connection, String id) throws SQLException {
        execute(connection, "DELETE FROM import_part WHERE import = ?", id);
        execute(connection, "DELETE FROM import_job WHERE id = ?", id);
    }

    static Optional<ImportJob> find(Connection connection, String organisation, String id) throws SQLException {
        return first(connection, "SELECT * FROM import_job WHERE organisation = ? AND id = ?", organisation, id);
    }

    /** What was asked for under an idempotency key before, and with which file. */
    record Known(String id, @Nullable String fingerprint, ImportState state) {
    }

    static Optional<Known> known(Connection connection, String organisation, String idempotencyKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, fingerprint, state FROM import_job WHERE organisation = ? AND idempotency_key = ?");
                ResultSet rows = Rows.bind(statement, organisation, idempotencyKey).executeQuery()) {
            return rows.next() ? Optional.of(new Known(rows.getString(1), rows.getString(2),
                    ImportState.valueOf(rows.getString(3)))) : Optional.empty();
        }
    }

    /** How many files of an organisation are not taken in yet. */
    static int waiting(Connection connection, String organisation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT count(*) FROM import_job
                WHERE organisation = ? AND state IN ('UPLOADING', 'WAITING', 'RUNNING')
                """); ResultSet rows = Rows.bind(statement, organisation).executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /**
     * One more than the page holds.
     *
     * @param lastFirst whether the last that came is the first
     * @param after the number of the last that was seen; null for none
     */
    static List<ImportJob> list(Connection connection, String organisation, boolean lastFirst, @Nullable Long after,
            int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                        SELECT * FROM import_job WHERE organisation = ? AND (?::bigint IS NULL OR number %s ?) ORDER BY number %s LIMIT ?
                        """
                        .formatted(lastFirst ? "<" : ">", lastFirst ? "DESC" : "ASC"));
                ResultSet rows = Rows.bind(statement, organisation, after, after, limit + 1).executeQuery()) {
            List<ImportJob> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(job(rows));
            }
            return jobs;
        }
    }

    /** The one that waited longest for its turn, so that a large file does not keep others waiting. */
    static Optional<ImportJob> next(Connection connection) throws SQLException {
        return first(connection, """
                SELECT * FROM import_job WHERE state IN ('WAITING', 'RUNNING') ORDER BY worked_at LIMIT 1
                """);
    }

    static List<byte[]> parts(Connection connection, String id, int from, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT bytes FROM import_part WHERE import = ? AND number >= ? AND number < ? ORDER BY number");
                ResultSet rows = Rows.bind(statement, id, from, from + count).executeQuery()) {
            List<byte[]> parts = new ArrayList<>();
            while (rows.next()) {
                parts.add(rows.getBytes(1));
            }
            return parts;
        }
    }

    /**
     * Goes on to a place; an import that is over forgets its key, and with it its file. Whoever lost its turn without knowing
     * finds the import at another version and changes nothing.
     *
     * @return whether it was its turn
     */
    static boolean goOn(Connection connection, ImportJob job, ImportJob.Place place, @Nullable String header,
            ImportTally more, ImportState state, Instant now) throws SQLException {
        ImportTally tally = job.tally().plus(more);
        boolean over = state == ImportState.DONE || state == ImportState.FAILED;
        return execute(connection, """
                UPDATE import_job
                SET reached = ?, line = ?, skipping = ?, header = ?, stored = ?, unchanged = ?, conflicting = ?, invalid = ?,
                    errors = ?, listed = ?, state = ?, finished_at = ?, worked_at = ?, version = version + 1,
                    postponed = 0, postponed_since = NULL, key = CASE WHEN ? THEN NULL ELSE key END
                WHERE id = ? AND version = ?
                """, place.offset(), place.line(), place.skipping(), header, tally.stored(), tally.unchanged(),
                tally.conflicting(), tally.invalid(), tally.errors(), tally.listed(), state, over ? now : null, now, over,
                job.id(), job.version()) == 1;
    }

    /** Lets others go first. */
    static void letOthersGoFirst(Connection connection, String id, Instant now) throws SQLException {
        execute(connection, "UPDATE import_job SET worked_at = ? WHERE id = ?", now, id);
    }

    /** Lets others go first, and counts that the import could not go on; empty when there is no such import any more. */
    static Optional<Postponed> postpone(Connection connection, String id, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE import_job
                SET worked_at = ?, postponed = postponed + 1, postponed_since = coalesce(postponed_since, ?)
                WHERE id = ? RETURNING postponed, postponed_since
                """); ResultSet rows = Rows.bind(statement, now, now, id).executeQuery()) {
            return rows.next()
                    ? Optional.of(new Postponed(rows.getInt("postponed"), Rows.instant(rows, "postponed_since")))
                    : Optional.empty();
        }
    }

    static void addErrors(Connection connection, String id, long listed, List<LineError> errors) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO import_error (import, number, line, "column", pointer, message) VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            long number = listed;
            for (LineError error : errors) {
                number++;
                Rows.bind(statement, id, number, error.line(), error.column(), error.pointer(), error.message()).addBatch();
            }
            statement.executeBatch();
        }
    }

    /** An error and its place in the list. */
    record Listed(long number, LineError error) {
    }

    static List<Listed> errors(Connection connection, String id, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM import_error WHERE import = ? AND number > ? ORDER BY number LIMIT ?");
                ResultSet rows = Rows.bind(statement, id, after, limit + 1).executeQuery()) {
            List<Listed> errors = new ArrayList<>();
            while (rows.next()) {
                errors.add(new Listed(rows.getLong("number"), new LineError(rows.getLong("line"),
                        rows.getObject("column", Integer.class), rows.getString("pointer"), rows.getString("message"))));
            }
            return errors;
        }
    }

    /**
     * Removes some parts of files that are taken in, and of uploads that never arrived.
     *
     * @return whether there was anything to remove
     */
    static boolean tidy(Connection connection, Instant uploadedBefore) throws SQLException {
        int parts = execute(connection, """
                DELETE FROM import_part WHERE (import, number) IN (
                    SELECT p.import, p.number FROM import_part p JOIN import_job j ON j.id = p.import
                    WHERE j.state IN ('DONE', 'FAILED') OR j.state = 'UPLOADING' AND j.created_at < ?
                    LIMIT 100)
                """, uploadedBefore);
        return parts > 0 || execute(connection, """
                DELETE FROM import_job WHERE state = 'UPLOADING' AND created_at < ?
                """, uploadedBefore) > 0;
    }

    private static Optional<ImportJob> first(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = Rows.bind(statement, values).executeQuery()) {
            return rows.next() ? Optional.of(job(rows)) : Optional.empty();
        }
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return Rows.bind(statement, values).executeUpdate();
        }
    }

    private static ImportJob job(ResultSet rows) throws SQLException {
        return new ImportJob(rows.getString("id"), rows.getLong("number"), rows.getString("organisation"),
                ImportKind.valueOf(rows.getString("kind")), rows.getString("survey"),
                ImportFormat.valueOf(rows.getString("format")), read(rows.getString("columns")), rows.getString("actor"),
                ImportState.valueOf(rows.getString("state")), Rows.instant(rows, "created_at"),
                rows.getObject("finished_at") == null ? null : Rows.instant(rows, "finished_at"), rows.getLong("bytes"),
                new ImportJob.Place(rows.getLong("reached"), rows.getLong("line"), rows.getBoolean("skipping")),
                rows.getString("header"),
                new ImportTally(rows.getLong("stored"), rows.getLong("unchanged"), rows.getLong("conflicting"),
                        rows.getLong("invalid"), rows.getLong("errors"), rows.getLong("listed")),
                rows.getLong("version"), rows.getString("key"), rows.getString("traceparent"),
                rows.getString("reason"));
    }

    private static String written(Map<String, String> columns) {
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("texts can be written", e);
        }
    }

    private static Map<String, String> read(String columns) {
        try {
            return JSON.readValue(columns, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("was not written here", e);
        }
    }
}
