package io.serviceconcept.indicator;

/** Whose experience is measured. */
public enum Audience {
    CUSTOMER,
    EMPLOYEE
}
