package io.serviceconcept.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;

/** One contender's database. */
final class Database implements AutoCloseable {

    private final Server server;
    private final String name;

    Database(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Makes the kernel's tables and indexes. */
    void migrate() {
        Flyway.configure().dataSource(url(), Server.ROLE, Server.ROLE).locations("db/kernel").load().migrate();
    }

    AgroalDataSource pool(int size) throws SQLException {
        return pool(size, Map.of());
    }

    /** A pool of the kind that the services have, all connections opened. */
    AgroalDataSource pool(int size, Map<String, String> properties) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(
                pool -> pool.initialSize(size).minSize(size).maxSize(size).acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(url()).principal(new NamePrincipal(Server.ROLE))
                                    .credential(new SimplePassword(Server.ROLE));
                            properties.forEach(factory::jdbcProperty);
                            return factory;
                        })));
    }

    /** A connection for work that takes longer than a transaction may in production. */
    Connection unlimited() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Server.ROLE);
        properties.setProperty("password", Server.ROLE);
        Connection connection = new Driver().connect(url(), properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL: " + url());
        }
        execute(connection, "set transaction_timeout = 0");
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = unlimited()) {
            execute(connection, sql);
        }
    }

    /** Brings the statistics up to date, as they are after the server has been left alone for a while. */
    void settle() throws SQLException {
        try (Connection connection = unlimited()) {
            execute(connection, "vacuum analyze");
        }
        server.checkpoint();
    }

    String url() {
        return server.jdbcUrl(name);
    }

    /** The address in the form that libpq and Node understand. */
    String uri() {
        return "postgresql://" + Server.ROLE + ":" + Server.ROLE + "@127.0.0.1:" + server.port() + "/" + name;
    }

    long megabytes() throws SQLException {
        return server.size(name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        server.drop(name);
    }
}
