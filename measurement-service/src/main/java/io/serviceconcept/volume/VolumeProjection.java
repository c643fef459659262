package io.serviceconcept.volume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.volume.VolumeEvent.Volumes;

/** The volumes that were reported. */
@ApplicationScoped
class VolumeProjection implements Projection {

    /** Stands for all channels together, because a key has no null. */
    static final String ALL_CHANNELS = "";

    private static final Volumes NOTHING = new Volumes(null, null, null);

    @Override
    public String name() {
        return "survey-volumes";
    }

    @Override
    public List<String> tables() {
        return List.of("survey_volume");
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return VolumeEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        for (RecordedEvent recorded : events) {
            switch (recorded.event()) {
                case VolumeEvent.Told told -> put(connection, recorded, told, told.volumes(), false);
                case VolumeEvent.VolumeRetracted retracted -> put(connection, recorded, retracted, NOTHING, true);
                default -> {
                    // no other event tells volumes
                }
            }
        }
    }

    private static void put(Connection connection, RecordedEvent recorded, VolumeEvent volume, Volumes volumes,
            boolean retracted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO survey_volume (organisation, survey, first_day, last_day, channel, volume, version,
                                           customers, offered, answered, retracted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (organisation, survey, first_day, last_day, channel) DO UPDATE
                SET version = excluded.version, customers = excluded.customers, offered = excluded.offered,
                    answered = excluded.answered, retracted = excluded.retracted
                WHERE survey_volume.version = excluded.version - 1
                """)) {
            Rows.bind(statement, recorded.stream().organisation(), volume.survey(), volume.from(), volume.to(),
                    volume.channel() == null ? ALL_CHANNELS : volume.channel(), VolumeIntake.idOf(recorded.stream()),
                    recorded.version());
            // a number that is null needs to be told which kind of null it is
            statement.setObject(8, volumes.customers(), Types.BIGINT);
            statement.setObject(9, volumes.offered(), Types.BIGINT);
            statement.setObject(10, volumes.answered(), Types.BIGINT);
            statement.setBoolean(11, retracted);
            statement.executeUpdate();
        }
    }
}
