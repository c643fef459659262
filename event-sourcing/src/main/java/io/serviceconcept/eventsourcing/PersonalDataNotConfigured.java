package io.serviceconcept.eventsourcing;

/** Personal data can be neither taken in nor erased: {@code event-sourcing.personal-data} is not set. */
public final class PersonalDataNotConfigured extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public PersonalDataNotConfigured() {
        super("personal data needs keys: set event-sourcing.personal-data");
    }
}
