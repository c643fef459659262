package io.serviceconcept.response;

/** Why a command is refused. */
sealed interface ResponseRejection {

    /** There is no such response, or it was retracted. */
    record Absent() implements ResponseRejection {
    }

    /** It was retracted, which a tool that tells of it again does not know. */
    record Retracted() implements ResponseRejection {
    }
}
