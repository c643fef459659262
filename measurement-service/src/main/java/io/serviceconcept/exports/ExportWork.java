package io.serviceconcept.exports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.patience.Postponed;

/** Makes files piece by piece. A piece and where the next begins are stored together. */
@ApplicationScoped
class ExportWork implements LeasedWork {

    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final AgroalDataSource dataSource;
    private final Exports exports;
    private final ExportConfig config;
    private final Calendars calendars;
    private Instant expired = Instant.EPOCH;

    ExportWork(AgroalDataSource dataSource, Exports exports, ExportConfig config, Calendars calendars) {
        this.dataSource = dataSource;
        this.exports = exports;
        this.config = config;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "make-exports";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    /** Now and then: an idle service has better things to do. */
    private boolean expire(Connection connection) throws SQLException {
        Instant now = calendars.now();
        if (Duration.between(expired, now).abs().compareTo(SELDOM) < 0) {
            return false;
        }
        boolean more = ExportRows.expire(connection, now.minus(config.kept()));
        expired = more ? expired : now;
        return more;
    }

    @Override
    public boolean work() throws SQLException {
        Optional<ExportJob> next;
        try (Connection connection = dataSource.getConnection()) {
            next = ExportRows.next(connection);
            if (next.isEmpty()) {
                return expire(connection);
            }
        }
        try {
            goOn(next.get());
        } catch (Exception | Error e) {
            // what cannot go on now, whatever it is, must not keep others waiting
            postpone(next.get(), e);
            throw e;
        }
        return true;
    }

    private void goOn(ExportJob job) throws SQLException {
        Instant now = calendars.now();
        ExportSpec spec = exports.spec(job);
        ExportedPage page = exports.source(spec.of()).page(job.organisation(), spec, job.reached(), now);
        byte[] part = page.lines().isEmpty() ? null : ExportLines.write(page.lines());
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ExportRows.goOn(connection, job, part, page.lines().size(), page.reached(),
                        page.reached() == null ? ExportState.DONE : ExportState.RUNNING, now);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void postpone(ExportJob job, Throwable because) {
        Instant now = calendars.now();
        try (Connection connection = dataSource.getConnection()) {
            if (Postponed.isDatabaseAway(because)) {
                ExportRows.letOthersGoFirst(connection, job, now);
            } else if (ExportRows.postpone(connection, job, now).isTooOften(config.mostFailures(), config.givenUpAfter(),
                    now)) {
                ExportRows.giveUp(connection, job, now);
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
