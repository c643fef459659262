package io.serviceconcept.analysis;

/** What a process chart notices at a point: more than chance. */
enum ProcessSignal {
    /** Outside the limits. */
    OUTSIDE,
    /** The last of a run on one side of the mean. */
    RUN,
    /** The last of several that each are higher than the one before. */
    RISING,
    /** The last of several that each are lower than the one before. */
    FALLING,
    /** The last of two out of three in the outer third on one side. */
    NEAR_LIMIT
}
