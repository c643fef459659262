package io.serviceconcept.eventsourcing;

/** Other writers of the same stream came first, again and again. Callers of the API get 503 with Retry-After. */
public final class Contended extends RuntimeException {

    public Contended(StreamId stream) {
        super(stream.name() + " is written by many at once");
    }
}
