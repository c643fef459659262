package io.serviceconcept.eventsourcing.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as it is answered (RFC 9457).
 *
 * @param type the last part of the type URI, stable, in kebab case
 * @param errors all violations, empty when the request itself is in order
 * @param members extension members, as JSON values
 */
public record Problem(int status, String type, String title, String detail, List<Violation> errors,
        Map<String, Object> members) {

    /** Where problem types live; the URIs are names, not addresses. */
    public static final String TYPES = "https://serviceconcept.io/problems/";

    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), Map.of());
    }

    /** Absent, or another organisation's: the answer does not say which. */
    public static Problem notFound() {
        return of(404, "not-found", "Not found", "There is nothing at this address.");
    }

    public Problem with(String member, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(members);
        extended.put(member, value);
        return new Problem(status, type, title, detail, errors, extended);
    }

    public Problem withErrors(List<Violation> violations) {
        return new Problem(status, type, title, detail, List.copyOf(violations), members);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
