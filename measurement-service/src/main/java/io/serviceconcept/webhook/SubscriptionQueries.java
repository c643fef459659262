package io.serviceconcept.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.http.PageRequest;
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
    List<String> ids(String organisation, PageRequest page) {
        return read("""
                SELECT id FROM webhook_subscription WHERE organisation = ? AND active AND id > ? ORDER BY id LIMIT ?
                """, organisation, page.after() == null ? "" : page.after(), page.limit() + 1);
    }

    private List<String> read(String sql, Object... values) {
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
