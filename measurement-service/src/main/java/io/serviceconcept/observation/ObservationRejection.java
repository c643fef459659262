package io.serviceconcept.observation;

/** Why a command is refused. */
sealed interface ObservationRejection {

    /** There is no such observation, or it was retracted. */
    record Absent() implements ObservationRejection {
    }
}
