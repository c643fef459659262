package io.serviceconcept.figure;

/** What results are sliced by. */
public enum Dimension {
    ALL,
    CHANNEL,
    GROUP,
    TOUCHPOINT,
    JOURNEY,
    NEED,
    LOCATION,
    NEED_CHANNEL,
    NEED_GROUP
}
