package io.serviceconcept.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;

/** Reads the key that was drawn when the database was made. */
@ApplicationScoped
class SenderKeyQueries {

    private final AgroalDataSource dataSource;

    SenderKeyQueries(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    byte[] key() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT key FROM sender_key");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
