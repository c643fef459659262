package io.serviceconcept.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.jdbc.Rows;

/** Which deliveries were taken in, and what was the matter with the last of them. */
@ApplicationScoped
class DeliveryRows {

    /** Of one subscription; older ones make room. */
    private static final int MOST_PROBLEMS = 200;

    private final AgroalDataSource dataSource;

    DeliveryRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The time that was signed with a delivery when it was taken in; empty when it was not. */
    Optional<String> takenWith(SubscriptionId subscription, String delivery) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT signed_at FROM webhook_delivery WHERE subscription = ? AND delivery = ?");
                ResultSet rows = Rows.bind(statement, subscription.value(), delivery).executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    void taken(SubscriptionId subscription, String delivery, String signedAt, Instant now) {
        execute("""
                INSERT INTO webhook_delivery (subscription, delivery, signed_at, taken_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (subscription, delivery) DO UPDATE SET signed_at = excluded.signed_at
                """, subscription.value(), delivery, signedAt, now);
    }

    void problem(SubscriptionId subscription, String delivery, String about, String message, Instant now) {
        execute("INSERT INTO webhook_problem (subscription, delivery, about, message, seen_at) VALUES (?, ?, ?, ?, ?)",
                subscription.value(), delivery, about, message, now);
    }

    /** What was the matter with a delivery. */
    record Seen(long number, Instant at, String delivery, String about, String message) {
    }

    /** The last first. */
    List<Seen> problems(SubscriptionId subscription, long before, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT * FROM webhook_problem WHERE subscription = ? AND id < ? ORDER BY id DESC LIMIT ?
                        """);
                ResultSet rows = Rows.bind(statement, subscription.value(), before, limit + 1).executeQuery()) {
            List<Seen> seen = new ArrayList<>();
            while (rows.next()) {
                seen.add(new Seen(rows.getLong("id"), Rows.instant(rows, "seen_at"), rows.getString("delivery"),
                        rows.getString("about"), rows.getString("message")));
            }
            return seen;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /** Forgets deliveries, and problems that others have pushed out. */
    void tidy(Instant before) {
        execute("DELETE FROM webhook_delivery WHERE taken_at < ?", before);
        execute("""
                DELETE FROM webhook_problem p USING (
                    SELECT id, row_number() OVER (PARTITION BY subscription ORDER BY id DESC) AS place FROM webhook_problem
                ) AS ranked WHERE ranked.id = p.id AND ranked.place > ?
                """, MOST_PROBLEMS);
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Rows.bind(statement, values).executeUpdate();
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
