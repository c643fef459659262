package io.serviceconcept.figure;

/** What results are sliced by. */
public enum Dimension {
    ALL,
    CHANNEL,
    /** The layer of the channel, in the edition in force at the time of the interaction. */
    LAYER,
    GROUP,
    TOUCHPOINT,
    JOURNEY,
    /** The service of the journey. */
    SERVICE,
    NEED,
    LOCATION,
    DEPARTMENT,
    /** The edition in force at the time of the interaction: the concept and the number. */
    EDITION,
    PILOT,
    NEED_CHANNEL,
    NEED_GROUP
}
