package io.serviceconcept.intake;

/** Says that what a sender pushed does not count any more: from then on its id is as good as new. */
public interface Withdrawn {
}
