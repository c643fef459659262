package io.serviceconcept.eventsourcing;

/** An idempotency key was used for another request, or its request is still under way. Callers of the API get 409. */
public final class IdempotencyConflict extends RuntimeException {

    private final boolean inFlight;

    public IdempotencyConflict(boolean inFlight) {
        super(inFlight ? "the request with this key is still under way" : "the key was used for another request");
        this.inFlight = inFlight;
    }

    /** True: ask again shortly, with the same request. False: the key belongs to another request for 24 hours. */
    public boolean inFlight() {
        return inFlight;
    }
}
