package io.serviceconcept.figure;

/** How long a period is; weeks are ISO weeks, from Monday. */
public enum PeriodKind {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
