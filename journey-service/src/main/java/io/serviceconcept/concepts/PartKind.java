package io.serviceconcept.concepts;

/** The parts of a concept that journeys and requirements refer to, by the names that concept-service gives them. */
enum PartKind {
    CUSTOMER_GROUP,
    CHANNEL,
    NEED,
    OBJECTIVE
}
