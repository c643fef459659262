package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.observation.ObservationEvent.Counted;
import io.serviceconcept.observation.ObservationEvent.Reported;

/** Keeps counted facts and reported figures with the days they are about. */
@ApplicationScoped
class ObservationProjection implements Projection {

    @Override
    public String name() {
        return "observation-days";
    }

    @Override
    public List<String> tables() {
        return List.of("counted", "reported");
    }

    @Override
    public List<String> queues() {
        return ChangedDayRows.TABLES;
    }

    /** Every figure may be another now; the releaser sends those that are. */
    @Override
    public FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
            throws SQLException {
        return new AllDayRows(List.of("counted", "reported", before + ".counted", before + ".reported"),
                List.of(AllDayRows.ORGANISATION, AllDayRows.INDICATOR, AllDayRows.Part.day("lower(days)")))
                .add(connection, reached, limit);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Set<ChangedDay> changed = new LinkedHashSet<>();
        for (RecordedEvent recorded : events) {
            String organisation = recorded.stream().organisation();
            switch (recorded.event()) {
                case Counted counted -> {
                    insert(connection, recorded, counted);
                    changed.add(new ChangedDay(new IndicatorKey(organisation, counted.indicator()), counted.from()));
                }
                case Reported reported -> {
                    insert(connection, recorded, reported);
                    changed.add(new ChangedDay(new IndicatorKey(organisation, reported.indicator()), reported.from()));
                }
                default -> {
                    // responses have cells of their own
                }
            }
        }
        ChangedDayRows.add(connection, changed);
    }

    private static void insert(Connection connection, RecordedEvent recorded, Counted counted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO counted (organisation, indicator, stream, days, value, channel, customer_group, location)
                VALUES (?, ?, ?, daterange(?, ?, '[]'), ?, ?, ?, ?)
                """)) {
            Rows.bind(statement, recorded.stream().organisation(), counted.indicator(), recorded.stream().name(),
                    counted.from(), counted.to(), counted.value(), counted.channel(), counted.group(),
                    counted.location()).executeUpdate();
        }
    }

    private static void insert(Connection connection, RecordedEvent recorded, Reported reported) throws SQLException {
        Slice slice = slice(reported);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO reported (organisation, indicator, stream, days, dimension, key, value, n, received_at)
                VALUES (?, ?, ?, daterange(?, ?, '[]'), ?, ?, ?, ?, ?)
                """)) {
            Rows.bind(statement, recorded.stream().organisation(), reported.indicator(), recorded.stream().name(),
                    reported.from(), reported.to(), slice.dimension(), slice.key(), reported.value(), reported.n(),
                    reported.receivedAt()).executeUpdate();
        }
    }

    private static Slice slice(Reported reported) {
        if (reported.channel() != null) {
            return Slice.of(Dimension.CHANNEL, reported.channel());
        }
        if (reported.group() != null) {
            return Slice.of(Dimension.GROUP, reported.group());
        }
        return reported.location() == null ? Slice.ALL : Slice.of(Dimension.LOCATION, reported.location());
    }
}
