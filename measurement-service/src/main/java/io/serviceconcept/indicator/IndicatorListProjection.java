package io.serviceconcept.indicator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;

/** The list of indicators. */
@ApplicationScoped
class IndicatorListProjection implements Projection {

    @Override
    public String name() {
        return "indicator-list";
    }

    @Override
    public List<String> tables() {
        return List.of("indicator");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return IndicatorEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case IndicatorEvent.Defined defined -> insert(connection, recorded, defined);
                default -> {
                    // other aggregates have lists of their own
                }
            }
        }
    }

    private static void insert(Connection connection, RecordedEvent recorded, IndicatorEvent.Defined defined)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO indicator (id, organisation, name, version, definition, change_of) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, version = excluded.version, definition = excluded.definition,
                    change_of = excluded.change_of
                WHERE indicator.version = excluded.version - 1
                """)) {
            statement.setString(1, defined.indicator());
            statement.setString(2, recorded.stream().organisation());
            statement.setString(3, defined.name());
            statement.setLong(4, recorded.version());
            statement.setString(5, IndicatorEventTypes.TYPES.write(defined));
            ChangeOf change = defined.change();
            statement.setString(6, change == null ? null : change.indicator());
            statement.executeUpdate();
        }
    }
}
