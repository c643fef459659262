package io.serviceconcept.eventsourcing.example;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.example.LoanEvent.Lent;
import io.serviceconcept.eventsourcing.example.LoanEvent.Returned;

/** The items that are out. One class, one switch, one table. */
final class ItemsOutProjection implements Projection {

    @Override
    public String name() {
        return "items-out";
    }

    @Override
    public List<String> tables() {
        return List.of("item_out");
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof LoanEvent event) {
                String change = switch (event) {
                    case Lent lent -> "insert into item_out (organisation, item) values (?, ?)";
                    case Returned returned -> "delete from item_out where organisation = ? and item = ?";
                };
                try (PreparedStatement statement = connection.prepareStatement(change)) {
                    statement.setString(1, recorded.stream().organisation());
                    statement.setString(2, recorded.stream().name());
                    statement.executeUpdate();
                }
            }
        }
    }
}
