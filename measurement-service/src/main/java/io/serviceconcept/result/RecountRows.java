package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.jdbc.Rows;

/**
 * What is still to be looked at again, and whose turn it is to count. Who counts reads what is known when it has the turn
 * together with others; who counts anew has it alone. So a response is counted either by what became known, or before, and
 * then it is found.
 */
final class RecountRows {

    private RecountRows() {
    }

    /** Waits until nobody counts anew, and keeps that so until the transaction ends. */
    static void joinTurn(Connection connection) throws SQLException {
        execute(connection, "SELECT 1 FROM recount_turn FOR SHARE");
    }

    /** Waits until nobody counts, and keeps that so. Tables first, as they who swap them do. */
    static void takeTurn(Connection connection) throws SQLException {
        execute(connection, "LOCK TABLE counted, counted_response, result_cell IN ROW EXCLUSIVE MODE");
        execute(connection, "SELECT 1 FROM recount_turn FOR UPDATE");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** Of an organisation: what happened on a day or later. */
    static void add(Connection connection, String organisation, Recount.What what, LocalDate from) throws SQLException {
        add(connection, organisation, what, from, null);
    }

    /** Of an organisation: the responses that a journey bears on. */
    static void add(Connection connection, String organisation, String journey) throws SQLException {
        add(connection, organisation, Recount.What.RESPONSES, LocalDate.MIN, journey);
    }

    private static void add(Connection connection, String organisation, Recount.What what, LocalDate from,
            @Nullable String journey) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("INSERT INTO recount (organisation, what, from_day, journey) VALUES (?, ?, ?, ?)")) {
            Rows.bind(statement, organisation, what, from, journey).executeUpdate();
        }
    }

    /** All of every organisation that counts any. */
    static void addAll(Connection connection, Recount.What what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO recount (organisation, what, from_day)
                WITH RECURSIVE known AS (
                    SELECT min(organisation) AS organisation FROM %1$s
                    UNION ALL
                    SELECT (SELECT min(organisation) FROM %1$s c WHERE c.organisation > known.organisation) FROM known
                    WHERE organisation IS NOT NULL)
                SELECT organisation, ?, date '-infinity' FROM known WHERE organisation IS NOT NULL
                """.formatted(what == Recount.What.RESPONSES ? "counted_response" : "counted"))) {
            Rows.bind(statement, what).executeUpdate();
        }
    }

    static boolean any(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM recount)");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** The oldest. */
    static Optional<Recount> next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT id, organisation, what, from_day, journey, coalesce(reached, '{}') AS reached
                FROM recount ORDER BY id LIMIT 1
                """); ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(recount(rows)) : Optional.empty();
        }
    }

    private static Recount recount(ResultSet rows) throws SQLException {
        return new Recount(rows.getLong("id"), rows.getString("organisation"),
                Recount.What.valueOf(rows.getString("what")), Rows.day(rows, "from_day"), rows.getString("journey"),
                Rows.texts(rows, "reached").stream().map(Objects::requireNonNull).toList());
    }

    /** @param reached the last that was looked at; empty when nothing is left */
    static void reached(Connection connection, Recount recount, List<String> reached) throws SQLException {
        boolean done = reached.isEmpty();
        try (PreparedStatement statement = connection.prepareStatement(
                done ? "DELETE FROM recount WHERE id = ?" : "UPDATE recount SET reached = ? WHERE id = ?")) {
            if (done) {
                Rows.bind(statement, recount.id()).executeUpdate();
            } else {
                Rows.bind(statement, connection.createArrayOf("text", reached.toArray()), recount.id()).executeUpdate();
            }
        }
    }
}
