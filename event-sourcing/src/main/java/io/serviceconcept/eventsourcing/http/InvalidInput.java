package io.serviceconcept.eventsourcing.http;

import java.util.List;

/** A request that is malformed or invalid: answered with 400 and all that is wrong with it. */
public final class InvalidInput extends RuntimeException {

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String pointer, String message) {
        this(List.of(new Violation(pointer, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
