package io.serviceconcept.response;

/** Why a command is refused. */
sealed interface ResponseRejection {

    /** There is no such response, or it was retracted. */
    record Absent() implements ResponseRejection {
    }
}
