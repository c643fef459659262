package io.serviceconcept.eventsourcing.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * How long streams were without a leader, on the database's clock: from the last time the old one extended its lease until
 * another had it.
 */
final class TakeOvers {

    /** A time in which there was no database to take a lease from, nobody to take it, or no broker to send to. */
    record Outage(Instant from, Instant until) {
    }

    private TakeOvers() {
    }

    static void watch(DataSource dataSource) throws SQLException {
        Database.execute(dataSource, """
                create table taken_over (name text, shard int, epoch bigint, expired_at timestamptz, taken_at timestamptz);
                create function note_take_over() returns trigger language plpgsql as $$
                begin
                    insert into taken_over values (new.name, new.shard, new.epoch, old.expires_at, clock_timestamp());
                    return new;
                end $$;
                create trigger note_take_over after update on reader for each row
                    when (new.epoch <> old.epoch and old.holder is not null) execute function note_take_over();
                """);
    }

    /** Of the projection's shards, sorted; those that an outage has prolonged are left out. */
    static List<Duration> ofProjections(DataSource dataSource, List<Outage> outages) throws SQLException {
        return measured(dataSource, "projection-%", outages);
    }

    /** Of the relay's shards; an outage of the broker prolongs them too: a relay that cannot send has nothing to take over. */
    static List<Duration> ofRelays(DataSource dataSource, List<Outage> outages, List<Outage> ofBroker) throws SQLException {
        return measured(dataSource, "relay-%", Stream.concat(outages.stream(), ofBroker.stream()).toList());
    }

    private static List<Duration> measured(DataSource dataSource, String names, List<Outage> outages) throws SQLException {
        List<Duration> durations = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection
                        .prepareStatement("select expired_at, taken_at from taken_over where name like ?")) {
            statement.setString(1, names);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Instant renewed = row.getObject(1, OffsetDateTime.class).toInstant().minus(ReadersProcess.LEASE);
                    Instant taken = row.getObject(2, OffsetDateTime.class).toInstant();
                    if (outages.stream().noneMatch(o -> o.from().isBefore(taken) && o.until().isAfter(renewed))) {
                        durations.add(Duration.between(renewed, taken));
                    }
                }
            }
        }
        durations.sort(null);
        return durations;
    }
}
