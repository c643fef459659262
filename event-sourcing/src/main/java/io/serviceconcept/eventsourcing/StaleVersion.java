package io.serviceconcept.eventsourcing;

/** The caller named a version that is no longer the last one. Callers of the API get 412. */
public final class StaleVersion extends RuntimeException {

    private final long actual;

    public StaleVersion(long actual) {
        super("the version is " + actual);
        this.actual = actual;
    }

    public long actual() {
        return actual;
    }
}
