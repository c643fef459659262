package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.time.Calendars;

/**
 * Thins the logs of what was released: under a steady load every slice is released ten times a second, and nobody asks for
 * that much later on. Of the states that a place had within one minute the last stays, so what was known at a moment is right
 * to a minute, and exact in the last minutes.
 */
@ApplicationScoped
class ReleaseLog implements LeasedWork {

    /** How long every state is kept. */
    static final Duration EXACT = Duration.ofMinutes(5);

    private static final int MINUTES_AT_ONCE = 60;

    private final AgroalDataSource dataSource;
    private final Calendars calendars;

    ReleaseLog(AgroalDataSource dataSource, Calendars calendars) {
        this.dataSource = dataSource;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "thin-release-log";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    @Override
    public boolean work() throws SQLException {
        return thin(calendars.now().minus(EXACT).truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * @param until a full minute
     * @return whether there is more to thin
     */
    boolean thin(Instant until) throws SQLException {
        boolean more = false;
        try (Connection connection = dataSource.getConnection()) {
            for (ReleaseLogRows log : ReleaseLogRows.ALL) {
                more |= thin(connection, log, until);
            }
        }
        return more;
    }

    private static boolean thin(Connection connection, ReleaseLogRows log, Instant until) throws SQLException {
        for (int i = 0; i < MINUTES_AT_ONCE; i++) {
            Instant minute = log.nextMinute(connection);
            if (minute == null || !minute.isBefore(until)) {
                return false;
            }
            log.thin(connection, minute);
        }
        return true;
    }
}
