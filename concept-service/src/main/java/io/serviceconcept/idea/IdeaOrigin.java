package io.serviceconcept.idea;

/** Where an idea came from. */
public enum IdeaOrigin {
    NEED,
    LAW,
    TECHNOLOGY,
    STRATEGY
}
