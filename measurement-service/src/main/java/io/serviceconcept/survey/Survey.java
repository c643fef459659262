package io.serviceconcept.survey;

/** A survey as far as decisions need it. */
sealed interface Survey {

    /** Nothing is known of it yet. */
    record Undrawn() implements Survey {
    }

    /** @param newest its last version */
    record InUse(SurveyVersion newest) implements Survey {
    }
}
