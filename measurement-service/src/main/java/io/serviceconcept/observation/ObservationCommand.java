package io.serviceconcept.observation;

import java.time.Instant;

/** What can be asked of an observation that was received. */
sealed interface ObservationCommand {

    /** @param content what it is to say, as if it came only now */
    record Correct(ObservationEvent.Content content) implements ObservationCommand {
    }

    record Retract(Instant now) implements ObservationCommand {
    }
}
