package io.serviceconcept.eventsourcing.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;

/** A database of the server under test, with the same pool and the same limits as in a service. */
final class Database {

    /** Holds the log. */
    static final String PRODUCER = "producer";
    /** Holds what the consumer made of it. */
    static final String CONSUMER = "consumer";

    private Database() {
    }

    static AgroalDataSource open(int port, String database, int connections) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                    .maxSize(connections).acquisitionTimeout(Duration.ofSeconds(3))
                    .exceptionSorter(new PostgreSQLExceptionSorter())
                    .connectionFactoryConfiguration(factory -> factory
                            .jdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database)
                            .principal(new NamePrincipal(database)).credential(new SimplePassword(database))
                            .jdbcProperty("socketTimeout", "15").jdbcProperty("tcpKeepAlive", "true"))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void migrate(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).locations("db/kernel").load().migrate();
    }

    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
