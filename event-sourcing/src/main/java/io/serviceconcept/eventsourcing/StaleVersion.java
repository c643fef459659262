package io.serviceconcept.eventsourcing;

/** The caller named a version that is no longer the last one. Callers of the API get 412. */
public final class StaleVersion extends RuntimeException {

    private final long actual;

    public StaleVersion(long actual) {
        super("the version is " + actual);
        this.actual = actual;
    }

    /** The version of the stream's last event when it was looked at, 0 when there is none; it may have moved on. */
    public long actual() {
        return actual;
    }
}
