package io.serviceconcept.indicator;

/** Which way an indicator should go. */
public enum Better {
    HIGHER,
    LOWER
}
