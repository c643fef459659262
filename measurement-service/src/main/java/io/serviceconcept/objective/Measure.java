package io.serviceconcept.objective;

/** What is compared with the target. */
public enum Measure {
    /** The figure itself. */
    FIGURE,
    /** The change in percent against the same months of a baseline year. */
    CHANGE
}
