package io.serviceconcept.eventsourcing.quarkus;

import jakarta.enterprise.context.ApplicationScoped;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * Flyway holds its lock in a transaction from the first migration to the last. Together they may take longer than the few
 * seconds that a transaction of a service may, so it holds it in a session instead: then only each migration is bounded, and
 * one
 * that needs longer says so.
 */
@ApplicationScoped
class Migrations implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.getConfigurationExtension(PostgreSQLConfigurationExtension.class).setTransactionalLock(false);
    }
}
