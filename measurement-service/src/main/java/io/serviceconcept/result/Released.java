package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was released last.
 *
 * @param at when
 * @param correction what it was before, where it was corrected
 */
record Released(Shown shown, Instant at, @Nullable Correction correction) {

    /**
     * A figure that stood so long may have been told to somebody. What comes within it belongs to the same correction: a file
     * of late answers is taken in a thousand at a time.
     */
    static final Duration STOOD = Duration.ofHours(1);

    /** What is to be told beside what is released now; null where there is nothing to compare, or it may not be seen. */
    @Nullable
    Correction correction(Shown next, Instant now) {
        BigDecimal figure = shown.figure();
        if (shown.open() || next.open() || figure == null || next.figure() == null
                || shown.definitionVersion() != next.definitionVersion()) {
            return null;
        }
        if (figure.equals(next.figure()) && Objects.equals(shown.n(), next.n())) {
            return correction;
        }
        if (Duration.between(at, now).compareTo(STOOD) >= 0) {
            return new Correction(shown.n(), figure, at, now);
        }
        return correction == null ? null : correction.until(now);
    }
}
