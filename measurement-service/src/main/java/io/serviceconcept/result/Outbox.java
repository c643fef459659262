package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.Sender;

/**
 * Sends released results and verdicts that were not sent yet. They are marked after the broker has them, so after a crash
 * some are sent again: at least once, and the same revision the second time.
 */
@ApplicationScoped
class Outbox {

    private final AgroalDataSource dataSource;
    private final Sender sender;

    Outbox(AgroalDataSource dataSource, Sender sender) {
        this.dataSource = dataSource;
        this.sender = sender;
    }

    /** @return true when there may be more to send */
    boolean send() throws SQLException {
        List<UnsentRows.Unsent> results;
        List<UnsentRows.Unsent> verdicts;
        try (Connection connection = dataSource.getConnection()) {
            results = UnsentRows.results(connection);
            verdicts = UnsentRows.verdicts(connection);
        }
        if (results.isEmpty() && verdicts.isEmpty()) {
            return false;
        }
        List<UnsentRows.Unsent> all = new ArrayList<>(results);
        all.addAll(verdicts);
        sender.send(all.stream().map(UnsentRows.Unsent::event).toList());
        try (Connection connection = dataSource.getConnection()) {
            UnsentRows.resultsWereSent(connection, results);
            UnsentRows.verdictsWereSent(connection, verdicts);
        }
        return results.size() == UnsentRows.MOST || verdicts.size() == UnsentRows.MOST;
    }
}
