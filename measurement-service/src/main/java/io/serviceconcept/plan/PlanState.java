package io.serviceconcept.plan;

/** Whether what a plan expects is there. */
enum PlanState {
    /** There is a figure of the period that is expected. */
    MEASURED,
    /** There is none yet, and it may still come in time. */
    EXPECTED,
    /** There is none, and it should have been there. */
    OVERDUE
}
