package io.serviceconcept.concept;

/**
 * A part of the draft with the version of the concept at which it last changed: the part's own version.
 */
record Versioned<T>(T value, long version) {
}
