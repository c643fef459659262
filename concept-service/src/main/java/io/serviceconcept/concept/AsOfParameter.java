package io.serviceconcept.concept;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/**
 * The query parameter {@code asOf}: what was known at a moment.
 *
 * @param moment null for now
 */
public record AsOfParameter(@Nullable Instant moment) {

    /**
     * @param asked null when nothing was asked; a moment that lies ahead is now
     * @throws InvalidInput when it is no moment
     */
    public static AsOfParameter parse(@Nullable String asked, Instant now) {
        if (asked == null) {
            return new AsOfParameter(null);
        }
        try {
            // a plus that was not escaped arrives as a space
            Instant moment = OffsetDateTime.parse(asked.replace(' ', '+')).toInstant();
            return new AsOfParameter(moment.isBefore(now) ? moment : null);
        } catch (DateTimeException e) {
            throw new InvalidInput("?asOf", "is one instant, as in 2026-11-22T10:00:00Z");
        }
    }

    /** Up to where events are read. No database knows the oldest years, and nothing was recorded then. */
    public AsOf asOf() {
        return moment == null ? AsOf.now() : new AsOf.Time(moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment);
    }
}
