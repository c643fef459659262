package io.serviceconcept.objective;

/** What a figure says about a target. */
public enum Verdict {
    /** There is nothing to compare. */
    NO_DATA,
    /** There is nothing to compare, and by the measurement plan there should have been. */
    OVERDUE,
    /** Fewer responses than may be shown. */
    HIDDEN,
    /** A census in which an expected location lacks a day. */
    INCOMPLETE,
    /** Fewer responses than the indicator's minimum. */
    INSUFFICIENT,
    /** The whole interval, or the count, is on the good side. */
    MET,
    /** The whole interval, or the count, is on the bad side. */
    MISSED,
    /** Only the figure is on the good side. */
    LIKELY_MET,
    /** Only the figure is on the bad side. */
    LIKELY_MISSED
}
