package io.serviceconcept.indicator;

/** How an indicator is computed. Shares and rates are shown in percent. */
public enum IndicatorKind {
    /** The mean of marks on a scale. */
    MEAN,
    /** The share of marks at or above a cut-off. */
    TOP_BOX,
    /** Promoters (9 and 10) less detractors (0 to 6), from -100 to 100. */
    NPS,
    /** The mean of marks from 1 to 7, with the share at or above 5 beside it. */
    CES,
    /** A numerator of a denominator: yes of all who answered, or what was counted of what could be. */
    SHARE,
    /** The sum of counted facts. */
    COUNT,
    /** The sum of amounts. */
    SUM,
    /** The mean time that something took, with percentiles. */
    DURATION,
    /**
     * The change of another indicator against the same period of a baseline year. It has no figure where the baseline is
     * zero, or where an instrument break parts the two.
     */
    RATE_OF_CHANGE;

    /** Whether it counts marks on a scale: such kinds are different sums over the same answers. */
    public boolean countsMarks() {
        return this == MEAN || this == TOP_BOX || this == NPS || this == CES;
    }

    /** Whether answers to surveys feed it. */
    public boolean fedByResponses() {
        return countsMarks() || this == SHARE;
    }

    /** Whether observations feed it, apart from figures that others computed. */
    public boolean fedByObservations() {
        return this == SHARE || this == COUNT || this == SUM || this == DURATION;
    }

    /** Whether it adds up what was counted. */
    public boolean isCensus() {
        return this == COUNT || this == SUM;
    }

    /** Whether every day of its locations can be expected. */
    public boolean expectsLocations() {
        return this == SHARE || this == COUNT || this == SUM;
    }
}
