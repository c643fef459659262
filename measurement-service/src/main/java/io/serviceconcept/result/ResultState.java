package io.serviceconcept.result;

/** Whether a figure can be seen and taken as it is. */
public enum ResultState {
    RELEASED,
    /**
     * Fewer responses than may be shown: neither n nor figure leave the service. Also what was released and rests on nothing
     * any
     * more: it stays listed, so that whoever read it hears that it was taken back.
     */
    HIDDEN,
    /** A census in which an expected location lacks a day. */
    INCOMPLETE
}
