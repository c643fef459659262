package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.eventsourcing.ParkedRecord;
import io.serviceconcept.eventsourcing.ParkedRecords;
import io.serviceconcept.eventsourcing.ParkedRecords.Filter;
import io.serviceconcept.eventsourcing.ParkedRecords.Outcome;
import io.serviceconcept.eventsourcing.Signal;
import io.serviceconcept.local.LocalPostgres;

/** A database of before gets what is new without losing what it holds. */
class KeptDataTest {

    @Test
    void recordsThatWereParkedBeforeCanBeDecidedAbout() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.temporary("kept")) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(postgres.jdbcUrl("kept"));
            dataSource.setUser("kept");
            dataSource.setPassword(postgres.password("kept"));
            FluentConfiguration flyway = Flyway.configure().dataSource(dataSource);
            flyway.locations("db/kernel").target("0.1").load().migrate();
            flyway.locations("db/migration").target("latest").ignoreMigrationPatterns("*:missing").load().migrate();
            try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into inbox_parked (source, organisation, stream, sequence, event_id, type, time, data, halts,
                                                  reason)
                        values ('/meter-service', 'city', 'meter-1', 1, gen_random_uuid(), 'meter.installed.v1', now(),
                                '{}', true, 'poison'),
                               ('/meter-service', 'city', 'meter-2', 0, gen_random_uuid(), 'meter.read.v1', now(), '{}',
                                false, 'poison')
                        """);
            }

            // the kernel's numbers lie below the service's, which are there already
            Flyway.configure().dataSource(dataSource).locations("db/kernel", "db/migration").outOfOrder(true).load()
                    .migrate();

            ParkedRecords records = new PostgresParkedRecords(dataSource, new Signal(), List.of());
            List<ParkedRecord> parked = records.list(new Filter(null, null, null), null, 200);
            assertThat(parked).extracting(ParkedRecord::stream).containsExactlyInAnyOrder("meter-1", "meter-2");
            assertThat(parked).allSatisfy(record -> assertThat(records.discard(record.id(), "otto", "old"))
                    .contains(new Outcome(true, 0, 0, null)));
        }
    }
}
