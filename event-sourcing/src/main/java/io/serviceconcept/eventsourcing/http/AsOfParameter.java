package io.serviceconcept.eventsourcing.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.AsOf;

/** The moment that a reading asks for: what was known then. One instant with its offset, as in 2026-11-22T10:00:00Z. */
public final class AsOfParameter {

    public static final String NAME = "asOf";

    private AsOfParameter() {
    }

    /** Null for now, and when it makes no sense, which is added to the violations. */
    public static @Nullable Instant moment(@Nullable String value, List<Violation> violations) {
        if (value == null) {
            return null;
        }
        try {
            // a plus that was not escaped arrives as a space
            return AsOf.known(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            violations.add(invalid());
            return null;
        }
    }

    /**
     * Null for now.
     *
     * @throws InvalidInput when it makes no sense
     */
    public static @Nullable Instant moment(@Nullable String value) {
        List<Violation> violations = new ArrayList<>();
        Instant moment = moment(value, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return moment;
    }

    /** What is wrong with a value that is not one instant. */
    public static Violation invalid() {
        return new Violation('?' + NAME, "is one instant, as in 2026-11-22T10:00:00Z");
    }
}
