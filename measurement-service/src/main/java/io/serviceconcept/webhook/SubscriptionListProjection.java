package io.serviceconcept.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.jdbc.Rows;

/** The list of subscriptions; those that ended stay, to keep their version, and are not shown. */
@ApplicationScoped
class SubscriptionListProjection implements Projection {

    @Override
    public String name() {
        return "webhook-subscription-list";
    }

    @Override
    public List<String> tables() {
        return List.of("webhook_subscription");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return SubscriptionEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case SubscriptionEvent.Subscribed subscribed -> execute(connection, """
                        INSERT INTO webhook_subscription (id, organisation, version, active) VALUES (?, ?, ?, true)
                        ON CONFLICT (id) DO NOTHING
                        """, subscribed.subscription(), recorded.stream().organisation(), recorded.version());
                case SubscriptionEvent event -> execute(connection, """
                        UPDATE webhook_subscription SET version = ?, active = ? WHERE id = ? AND version = ?
                        """, recorded.version(), !(event instanceof SubscriptionEvent.Unsubscribed),
                        id(recorded), recorded.version() - 1);
                default -> {
                    // other aggregates have lists of their own
                }
            }
        }
    }

    private static String id(RecordedEvent recorded) {
        String stream = recorded.stream().name();
        return stream.substring(stream.indexOf('-') + 1);
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Rows.bind(statement, values).executeUpdate();
        }
    }
}
