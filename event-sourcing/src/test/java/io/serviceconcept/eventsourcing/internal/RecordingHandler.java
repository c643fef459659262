package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Writes where meters are installed into a table, and fails as its test says. */
final class RecordingHandler implements InboundHandler {

    record Place(String place) {
    }

    @FunctionalInterface
    interface Failing {
        void fail(Connection connection, InboundEvent event) throws SQLException;
    }

    final List<InboundEvent> handled = new CopyOnWriteArrayList<>();
    /** How many states came together, each time. */
    final List<Integer> together = new CopyOnWriteArrayList<>();
    /** Places that cannot be handled now. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    volatile Failing failing = (connection, event) -> {
        throw new IllegalArgumentException("refused");
    };

    RecordingHandler() {
        Sql.call(TestDatabase.dataSource(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("""
                        create table if not exists installed (
                            organisation text, stream text, place text, number bigint generated always as identity)
                        """);
            }
        });
    }

    @Override
    public String source() {
        return "/meter-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        String place = event.as(Place.class).place();
        handled.add(event);
        try (var statement = connection
                .prepareStatement("insert into installed (organisation, stream, place) values (?, ?, ?)")) {
            statement.setString(1, event.organisation());
            statement.setString(2, event.stream());
            statement.setString(3, place);
            statement.executeUpdate();
        }
        if (refused.contains(place)) {
            failing.fail(connection, event);
        }
    }

    @Override
    public void handleStates(Connection connection, List<InboundEvent> states) throws SQLException {
        together.add(states.size());
        InboundHandler.super.handleStates(connection, states);
    }

    /** What had effect, in its order. */
    static List<String> effects(String organisation) {
        return Sql.call(TestDatabase.dataSource(), connection -> {
            try (var statement = connection
                    .prepareStatement("select place from installed where organisation = ? order by number")) {
                statement.setString(1, organisation);
                try (var row = statement.executeQuery()) {
                    List<String> places = new java.util.ArrayList<>();
                    while (row.next()) {
                        places.add(row.getString(1));
                    }
                    return places;
                }
            }
        });
    }
}
