package io.serviceconcept.concept;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/** The query parameter {@code asOf}: the moment of which something is read. */
public final class AsOfParameter {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private AsOfParameter() {
    }

    /**
     * @return null when nothing was asked
     * @throws InvalidInput when it is no moment
     */
    public static @Nullable Instant instant(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(asked).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // answered like a moment that lies beyond what can be stored
        }
        throw new InvalidInput("?asOf", "is a moment like 2026-11-23T10:00:00Z");
    }

    /** As it was at the moment, or as it is now when none was asked. */
    public static AsOf of(@Nullable Instant instant) {
        return instant == null ? AsOf.now() : new AsOf.Time(instant);
    }
}
