package io.serviceconcept.patience;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import io.serviceconcept.eventsourcing.EventStoreUnavailable;

/**
 * That a piece of work could not go on.
 *
 * @param times in a row
 * @param since the first of them
 */
public record Postponed(int times, Instant since) {

    /** Whether it failed often enough and long enough: what never goes on would be tried for ever. */
    public boolean isTooOften(int most, Duration longest, Instant now) {
        return times >= most && !now.isBefore(since.plus(longest));
    }

    /** Whether the work failed because the database is away, for which it must not answer. What took too long is its own. */
    public static boolean isDatabaseAway(Throwable because) {
        return switch (because) {
            case EventStoreUnavailable unavailable -> isDatabaseAway(unavailable.getCause());
            case SQLException e -> EventStoreUnavailable.isMeantBy(e) && !EventStoreUnavailable.isTooLong(e);
            default -> false;
        };
    }
}
