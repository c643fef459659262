package io.serviceconcept.exports;

/** What is exported. */
public enum ExportKind {
    /** Results, as everybody sees them. */
    RESULTS,
    /** What single people answered. */
    RESPONSES
}
