package io.serviceconcept.figure;

/** What a figure rests on. */
public enum Basis {
    /** Answers to surveys: a sample. */
    RESPONSES,
    /** Counted facts: a census. */
    OBSERVATIONS,
    /** A figure that somebody else computed. */
    REPORTED
}
