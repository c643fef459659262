package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import io.serviceconcept.local.LocalPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Servers and connections with settings that a service must not work with. */
class ServerSettingsTest {

    private static StartupGuards guards(String url, String user, String password, String options) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        dataSource.setOptions(options);
        return new StartupGuards(dataSource, "127.0.0.1:1", false);
    }

    @Test
    void aServerThatMayForgetIsRefusedWithAllThatIsWrong() throws IOException {
        try (EmbeddedPostgres forgetful = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off").setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_prepared_transactions", "7").start()) {
            StartupGuards guards = guards(forgetful.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", "");

            assertThatThrownBy(guards::checkSettings).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("fsync = off").hasMessageContaining("full_page_writes = off")
                    .hasMessageContaining("synchronous_commit = off").hasMessageContaining("max_prepared_transactions = 7")
                    .hasMessageContaining("transaction_timeout = 0");
        }
    }

    @ParameterizedTest
    @CsvSource({ "-c synchronous_commit=off,synchronous_commit = off",
            "-c default_transaction_isolation=serializable,default_transaction_isolation = serializable",
            "-c transaction_timeout=0,transaction_timeout = 0 ms",
            "-c transaction_timeout=1min,transaction_timeout = 60000 ms" })
    void aConnectionIsLookedAtAsTheServiceGetsIt(String options, String wrong) {
        try (LocalPostgres postgres = LocalPostgres.temporary("settings")) {
            String url = postgres.jdbcUrl("settings");

            assertThatThrownBy(() -> guards(url, "settings", "settings", options).checkSettings())
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining(wrong);
            assertThatCode(() -> guards(url, "settings", "settings", "-c transaction_timeout=5s").checkSettings())
                    .doesNotThrowAnyException();
        }
    }
}
