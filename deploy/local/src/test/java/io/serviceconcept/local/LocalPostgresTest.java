package io.serviceconcept.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static final Map<String, String> CONCEPT = Map.of("concept", "a secret");

    @TempDir
    Path directory;

    @Test
    void whatIsCommittedIsStillThereAfterARestart() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0, CONCEPT)) {
            execute(postgres, "create table kept (id int)");
            execute(postgres, "insert into kept values (7)");
        }
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0, CONCEPT)) {
            assertThat(ask(postgres, "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void whatIsCommittedIsStillThereAfterTheServerWasKilled() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0, CONCEPT)) {
            execute(postgres, "create table kept (id int)");
            execute(postgres, "insert into kept values (7)");
            postgres.process().destroyForcibly();
            postgres.process().onExit().join();
        }
        try (LocalPostgres postgres = LocalPostgres.start(directory, 0, CONCEPT)) {
            assertThat(ask(postgres, "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void severalStartSideBySideOnFreePortsAndAreAsDurableAsInProduction() throws SQLException {
        CompletableFuture<LocalPostgres> first = CompletableFuture.supplyAsync(() -> LocalPostgres.temporary("concept"));
        CompletableFuture<LocalPostgres> second = CompletableFuture.supplyAsync(() -> LocalPostgres.temporary("concept"));
        try (LocalPostgres one = first.join(); LocalPostgres other = second.join()) {
            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(ask(one, "show fsync")).isEqualTo("on");
            assertThat(ask(one, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(one, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(one, "show max_prepared_transactions")).isEqualTo("0");
            assertThat(ask(one, "show transaction_timeout")).isEqualTo("5s");
            assertThat(ask(one, "select usesuper from pg_user where usename = current_user")).isEqualTo("f");
            assertThat(ask(one, "show server_version")).startsWith("18.");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (LocalPostgres postgres = LocalPostgres.temporary("concept")) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("concept"), "concept", "a guess").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("concept"), "concept", postgres.password("concept"));
    }
}
