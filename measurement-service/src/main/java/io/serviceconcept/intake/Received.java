package io.serviceconcept.intake;

import java.time.Instant;

/** An event that a sender pushed under an id of its own and may push again. */
public interface Received {

    Instant receivedAt();

    /** Whether both say the same, whenever they came. */
    boolean sameAs(Received other);
}
