package io.serviceconcept.eventsourcing.meter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;

/** Inline: how often each meter was read, applying version v only on v−1. */
@ApplicationScoped
class MeterProjection implements Projection {

    @Override
    public String name() {
        return "meter";
    }

    @Override
    public List<String> tables() {
        return List.of("meter");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into meter (organisation, stream, version, readings)
                select ?, ?, ?, ? where ? = 1
                on conflict do nothing
                """);
                PreparedStatement next = connection.prepareStatement("""
                        update meter set version = ?, readings = readings + 1
                        where organisation = ? and stream = ? and version = ?
                        """)) {
            for (RecordedEvent event : events) {
                if (event.version() == 1) {
                    statement.setString(1, event.stream().organisation());
                    statement.setString(2, event.stream().name());
                    statement.setLong(3, 1);
                    statement.setLong(4, 0);
                    statement.setLong(5, event.version());
                    statement.executeUpdate();
                } else {
                    next.setLong(1, event.version());
                    next.setString(2, event.stream().organisation());
                    next.setString(3, event.stream().name());
                    next.setLong(4, event.version() - 1);
                    next.executeUpdate();
                }
            }
        }
    }
}
