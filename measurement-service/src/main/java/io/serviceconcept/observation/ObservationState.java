package io.serviceconcept.observation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** An observation as far as decisions need it. */
sealed interface ObservationState {

    /** It never came, or it does not count any more. */
    record Absent() implements ObservationState {
    }

    /**
     * @param content what it says now, with the time it came first
     * @param correctedAt null when it was never corrected
     */
    record Standing(ObservationEvent.Content content, @Nullable Instant correctedAt) implements ObservationState {
    }
}
