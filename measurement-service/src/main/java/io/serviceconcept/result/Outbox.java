package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.Sender;

/**
 * Sends released results, corrections of them and verdicts that were not sent yet, while others are released. They are marked
 * after the broker has them,
 * so after a crash some are sent again: at least once, and the same revision the second time, which changes nothing.
 */
@ApplicationScoped
class Outbox implements LeasedWork {

    /** Everything that this process appends, counts or releases says that there may be something to send. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);

    private final AgroalDataSource dataSource;
    private final ReleaseTurn turn;
    private final Sender sender;

    Outbox(AgroalDataSource dataSource, ReleaseTurn turn, Sender sender) {
        this.dataSource = dataSource;
        this.turn = turn;
        this.sender = sender;
    }

    @Override
    public String name() {
        return "send-results";
    }

    @Override
    public Duration leastRest() {
        return BETWEEN_LOOKS;
    }

    @Override
    public boolean work() throws SQLException {
        return send();
    }

    /** @return true when there may be more to send */
    boolean send() throws SQLException {
        final List<UnsentRows.Unsent> results;
        final List<UnsentRows.Unsent> corrections;
        final List<UnsentRows.Unsent> verdicts;
        try (Connection connection = dataSource.getConnection()) {
            // the results last: with what is released meanwhile none is overtaken by what is said of it
            verdicts = UnsentRows.verdicts(connection);
            corrections = UnsentRows.corrections(connection);
            results = UnsentRows.results(connection);
        }
        List<UnsentRows.Unsent> all = new ArrayList<>(results);
        all.addAll(corrections);
        all.addAll(verdicts);
        if (all.isEmpty()) {
            return false;
        }
        sender.send(all.stream().map(UnsentRows.Unsent::event).toList());
        return turn.take(connection -> {
            UnsentRows.resultsWereSent(connection, results);
            UnsentRows.correctionsWereSent(connection, corrections);
            UnsentRows.verdictsWereSent(connection, verdicts);
            return results.size() == UnsentRows.MOST || corrections.size() == UnsentRows.MOST
                    || verdicts.size() == UnsentRows.MOST;
        });
    }
}
