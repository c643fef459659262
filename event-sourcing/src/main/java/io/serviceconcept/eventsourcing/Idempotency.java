package io.serviceconcept.eventsourcing;

/**
 * The sender's promise that a request with this key is the same request, kept for 24 hours.
 *
 * @param key what the sender chose, 1–200 characters
 * @param fingerprint a hash of the request's method, path and body
 * @param status the status to answer when the same request comes again
 * @param location what the request created
 */
public record Idempotency(String key, String fingerprint, int status, String location) {

    public Idempotency {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("an idempotency key has 1-200 characters");
        }
    }
}
