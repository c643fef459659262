package io.serviceconcept.journey;

/** Whether a journey shows what customers go through today or what they should go through. */
public enum JourneyKind {
    AS_IS,
    TO_BE
}
