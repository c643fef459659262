package io.serviceconcept.journey;

/** A moment at which the customer meets the organisation. */
record Touchpoint(TouchpointId id, TouchpointContent content) {
}
