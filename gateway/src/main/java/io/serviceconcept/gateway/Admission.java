package io.serviceconcept.gateway;

/** What became of a request's token. */
sealed interface Admission {

    /** It is genuine, for this API, and names one organisation. */
    record Admitted(Caller caller) implements Admission {
    }

    /** It is not, or could not be verified. */
    record Refused(Problem problem) implements Admission {
    }
}
