package io.serviceconcept.plan;

/** Where what is measured comes from. */
public enum PlanSource {
    /** Answers to a question of a survey. */
    SURVEY,
    /** A system that pushes observations. */
    OBSERVATIONS,
    /** Files that somebody imports. */
    IMPORT
}
