package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.time.Calendar;

/**
 * Turns changed days into released results and verdicts, and sends those. What changes within a tenth of a second is
 * released together. Results are states: a release that is sent again carries the same revision and changes nothing.
 */
@ApplicationScoped
class Releaser implements LeasedWork {

    private static final Duration COALESCED = Duration.ofMillis(100);

    /** Nothing is observed before it. */
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final AgroalDataSource dataSource;
    private final Indicators indicators;
    private final EditionCopy editions;
    private final Calendar calendar;
    private final Outbox outbox;
    private Instant last = Instant.EPOCH;

    Releaser(AgroalDataSource dataSource, Indicators indicators, EditionCopy editions, Calendar calendar, Outbox outbox) {
        this.dataSource = dataSource;
        this.indicators = indicators;
        this.editions = editions;
        this.calendar = calendar;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "release-results";
    }

    @Override
    public boolean work() throws SQLException {
        Instant now = calendar.now();
        if (Duration.between(last, now).abs().compareTo(COALESCED) < 0) {
            return false;
        }
        if (due(calendar.dayOf(now))) {
            last = now;
            release(now);
        }
        return outbox.send();
    }

    /** Releases everything that changed by now. */
    void release(Instant now) throws SQLException {
        LocalDate today = calendar.dayOf(now);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                release(connection, today, now);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean due(LocalDate today) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ChangedDayRows.any(connection) || editions.newInForce(connection, today)
                    || ReleaseTurnRows.day(connection).isBefore(today);
        }
    }

    private void release(Connection connection, LocalDate today, Instant now) throws SQLException {
        if (ReleaseTurnRows.take(connection).isBefore(today)) {
            // a new day makes open periods closed, months comparable and counts incomplete, without a new answer
            ChangedDayRows.add(connection, ReleasedResultRows.openPeriods(connection));
            ReleaseTurnRows.reached(connection, today);
        }
        addNewlyJudged(connection, today);
        for (Map.Entry<IndicatorKey, SortedSet<LocalDate>> changed : ChangedDayRows.take(connection).entrySet()) {
            IndicatorKey key = changed.getKey();
            Optional<IndicatorEvent.Defined> indicator = indicators.find(key.organisation(), key.id());
            if (indicator.isPresent()) {
                new Release(connection, key, indicator.get(), today, now).release(changed.getValue(),
                        editions.targets(connection, key.organisation(), key.id(), today));
            }
        }
    }

    /** An edition that takes force judges everything that is known. */
    private void addNewlyJudged(Connection connection, LocalDate today) throws SQLException {
        List<ChangedDay> changed = new ArrayList<>();
        for (EditionCopy.Aim aim : editions.takeNewInForce(connection, today)) {
            Optional<IndicatorEvent.Defined> indicator = indicators.find(aim.organisation(), aim.indicator());
            if (indicator.isPresent()) {
                IndicatorKey key = new IndicatorKey(aim.organisation(), aim.indicator());
                new FigureQueries(connection, aim.organisation(), indicator.get()).daysWithData(BEGINNING, today)
                        .forEach(day -> changed.add(new ChangedDay(key, day)));
            }
        }
        ChangedDayRows.add(connection, changed);
    }
}
