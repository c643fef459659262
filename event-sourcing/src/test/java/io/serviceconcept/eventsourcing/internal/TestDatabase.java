package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.serviceconcept.local.LocalPostgres;

/** One PostgreSQL for the kernel's own tests, with the kernel's tables. */
final class TestDatabase {

    private static final LocalPostgres POSTGRES = LocalPostgres.temporary("kernel");
    private static final DataSource DATA_SOURCE = open();

    private TestDatabase() {
    }

    static DataSource dataSource() {
        return DATA_SOURCE;
    }

    /** Connections that are kept while they work, with the statements the server has prepared in them, as in a service. */
    static AgroalDataSource pool(int size) {
        return pool(POSTGRES, "kernel", size);
    }

    static AgroalDataSource pool(LocalPostgres postgres, String database, int size) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(
                    pool -> pool.maxSize(size).exceptionSorter(new PostgreSQLExceptionSorter())
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(postgres.jdbcUrl(database)).jdbcProperty("reWriteBatchedInserts", "true")
                                    .principal(new NamePrincipal(database))
                                    .credential(new SimplePassword(postgres.password(database))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connections of another role, that may see what everybody may. */
    static DataSource ofRole(String role) {
        try (Connection connection = POSTGRES.superuser("kernel"); Statement statement = connection.createStatement()) {
            statement.execute("create role " + role + " login password '" + role + "'");
            statement.execute("grant connect on database kernel to " + role);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("kernel"));
        dataSource.setUser(role);
        dataSource.setPassword(role);
        return dataSource;
    }

    static void execute(String sql) {
        execute(DATA_SOURCE, sql);
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query, each as its columns. */
    static List<List<String>> ask(String sql) {
        return ask(DATA_SOURCE, sql);
    }

    static List<List<String>> ask(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(columns);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static long number(String sql) {
        return Long.parseLong(ask(sql).getFirst().getFirst());
    }

    private static DataSource open() {
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        return open("public");
    }

    /** The kernel's tables once more in a schema of their own, for tests of other events. */
    static DataSource open(String schema) {
        PGSimpleDataSource dataSource = connections();
        // as the services have it
        dataSource.setReWriteBatchedInserts(true);
        dataSource.setCurrentSchema(schema);
        Flyway.configure().dataSource(dataSource).defaultSchema(schema).locations("db/kernel").load().migrate();
        return dataSource;
    }

    /** Connections that a test sets up in its own way. */
    static PGSimpleDataSource connections() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("kernel"));
        dataSource.setUser("kernel");
        dataSource.setPassword(POSTGRES.password("kernel"));
        return dataSource;
    }
}
