package io.serviceconcept.survey;

/** A survey as far as decisions need it. */
sealed interface Survey {

    /** Nothing is known of it yet. */
    record Undrawn() implements Survey {
        InUse drawUp() {
            return new InUse();
        }
    }

    record InUse() implements Survey {
    }
}
