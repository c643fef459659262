package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/**
 * Changes what is released, one at a time. One that lost its lease without knowing must not write what it read before its
 * successor, nor may two that change the same rows in another order wait for each other.
 */
@ApplicationScoped
class ReleaseTurn {

    private final AgroalDataSource dataSource;

    ReleaseTurn(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @FunctionalInterface
    interface Step {
        /** @return whether there may be more */
        boolean with(Connection connection) throws SQLException;
    }

    /** Waits until nobody else has the turn, and takes a step in a transaction of its own. */
    boolean take(Step step) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ReleaseTurnRows.take(connection);
                boolean more = step.with(connection);
                connection.commit();
                return more;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
