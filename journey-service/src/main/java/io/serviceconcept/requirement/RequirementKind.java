package io.serviceconcept.requirement;

/** What a requirement asks for. */
public enum RequirementKind {
    PEOPLE,
    PROCESS,
    TECHNOLOGY,
    DATA,
    LEGAL
}
