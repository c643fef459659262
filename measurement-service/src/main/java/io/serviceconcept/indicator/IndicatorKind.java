package io.serviceconcept.indicator;

/** How an indicator is computed. */
public enum IndicatorKind {
    /** The mean of marks on a scale. */
    MEAN,
    /** The sum of counted facts. */
    COUNT
}
