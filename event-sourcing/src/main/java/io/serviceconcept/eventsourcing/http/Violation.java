package io.serviceconcept.eventsourcing.http;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body, empty for the body as a whole; {@code ?name} for a query
 *        parameter
 */
public record Violation(String pointer, String message) {
}
