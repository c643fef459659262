package io.serviceconcept.imports;

/** What the lines of a file are. */
enum ImportKind {
    /** Responses to one survey. */
    RESPONSES,
    /** Observations, of any indicator. */
    OBSERVATIONS
}
