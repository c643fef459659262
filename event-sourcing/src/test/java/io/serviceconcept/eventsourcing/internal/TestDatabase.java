package io.serviceconcept.eventsourcing.internal;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

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

    private static DataSource open() {
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        return open("public");
    }

    /** The kernel's tables once more in a schema of their own, for tests of other events. */
    static DataSource open(String schema) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(POSTGRES.jdbcUrl("kernel"));
        dataSource.setUser("kernel");
        dataSource.setPassword(POSTGRES.password("kernel"));
        dataSource.setCurrentSchema(schema);
        Flyway.configure().dataSource(dataSource).defaultSchema(schema).locations("db/kernel").load().migrate();
        return dataSource;
    }
}
