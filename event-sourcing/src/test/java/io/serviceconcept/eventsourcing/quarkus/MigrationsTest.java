package io.serviceconcept.eventsourcing.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.local.LocalPostgres;

/** Migrations beside a limit for transactions that is shorter than they are. */
class MigrationsTest {

    private static final LocalPostgres POSTGRES = LocalPostgres.temporary("migrated");

    @TempDir
    Path scripts;

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    private FluentConfiguration flyway(String schema, String... statements) throws IOException {
        for (int i = 0; i < statements.length; i++) {
            Files.writeString(scripts.resolve("V" + (i + 1) + "__step.sql"), statements[i]);
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("migrated"));
        dataSource.setUser("migrated");
        dataSource.setPassword(POSTGRES.password("migrated"));
        dataSource.setOptions("-c transaction_timeout=2s");
        FluentConfiguration configuration = Flyway.configure().dataSource(dataSource).defaultSchema(schema)
                .locations("filesystem:" + scripts);
        new Migrations().customize(configuration);
        return configuration;
    }

    @Test
    void manyMayTakeLongerTogetherThanOneTransactionMay() throws IOException {
        String step = "select pg_sleep(0.8)";

        assertThat(flyway("many", step, step, step).load().migrate().migrationsExecuted).isEqualTo(3);
    }

    @Test
    void oneThatSaysSoMayTakeLongerAndNoOtherMay() throws IOException {
        assertThat(flyway("one", "set local transaction_timeout = 0; select pg_sleep(2.5)").load().migrate().success).isTrue();
        assertThatThrownBy(() -> flyway("other", "select pg_sleep(2.5)").load().migrate())
                .isInstanceOf(FlywayException.class);
    }
}
