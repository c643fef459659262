package io.serviceconcept.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.jdbc.Rows;

/** Finds subscriptions. */
@ApplicationScoped
class SubscriptionQueries {

    private final AgroalDataSource dataSource;

    SubscriptionQueries(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whose it is; a tool does not tell. */
    Optional<String> organisation(SubscriptionId id) {
        List<String> found = read("SELECT organisation FROM webhook_subscription WHERE id = ? AND active", id.value());
        return found.stream().findFirst();
    }

    /** The ids of an organisation's, one more than the page holds. */
    List<String> ids(String organisation, Sort by, PageRequest page) {
        Place after = page.place(by);
        return read("""
                SELECT id FROM webhook_subscription
                WHERE organisation = ? AND active AND (?::text IS NULL OR id %s ?) ORDER BY id %s LIMIT ?
                """.formatted(by.descending() ? "<" : ">", by.descending() ? "DESC" : "ASC"), organisation,
                after == null ? null : after.id(), after == null ? null : after.id(), page.limit() + 1);
    }

    private List<String> read(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = Rows.bind(statement, values).executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
