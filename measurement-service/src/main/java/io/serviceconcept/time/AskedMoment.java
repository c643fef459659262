package io.serviceconcept.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;

/** The moment that a reading asks for with {@code asOf}: what was known then. */
public final class AskedMoment {

    /** No database knows years after the last of four digits, and nothing was known then. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private AskedMoment() {
    }

    /** Null for now, and when it makes no sense, which is added to the violations. */
    public static @Nullable Instant of(@Nullable String value, List<Violation> violations) {
        try {
            if (value == null) {
                return null;
            }
            // a plus that was not escaped arrives as a space
            return known(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            violations.add(new Violation("?asOf", "is one instant, as in 2026-11-22T10:00:00Z"));
            return null;
        }
    }

    /**
     * Up to where a stream is read.
     *
     * @throws InvalidInput when it makes no sense
     */
    public static AsOf asOf(@Nullable String value) {
        List<Violation> violations = new ArrayList<>();
        Instant moment = of(value, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return moment == null ? AsOf.now() : new AsOf.Time(moment);
    }

    /** The same moment, or the nearest that a database knows. */
    public static Instant known(Instant moment) {
        return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.isAfter(FAR) ? FAR : moment;
    }
}
