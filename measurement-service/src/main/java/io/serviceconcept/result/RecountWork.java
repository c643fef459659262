package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.LeasedWork;

/**
 * Counts anew what was counted before an edition, the end of a concept or a journey was known that bears on it, some at a
 * time: the figures are those that they would be if it had been known from the beginning.
 */
@ApplicationScoped
class RecountWork implements LeasedWork {

    private final AgroalDataSource dataSource;
    private final ResponseRecount responses;
    private final ObservationRecount observations;

    RecountWork(AgroalDataSource dataSource, ResponseRecount responses, ObservationRecount observations) {
        this.dataSource = dataSource;
        this.responses = responses;
        this.observations = observations;
    }

    @Override
    public String name() {
        return "recount";
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    @Override
    public boolean work() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return RecountRows.any(connection) && recount(connection);
        }
    }

    private boolean recount(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            RecountRows.takeTurn(connection);
            Optional<Recount> next = RecountRows.next(connection);
            if (next.isPresent()) {
                RecountRows.reached(connection, next.get(), recount(connection, next.get()));
            }
            connection.commit();
            return next.isPresent();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<String> recount(Connection connection, Recount recount) throws SQLException {
        return switch (recount.what()) {
            case RESPONSES -> responses.some(connection, recount);
            case OBSERVATIONS -> observations.some(connection, recount);
        };
    }
}
