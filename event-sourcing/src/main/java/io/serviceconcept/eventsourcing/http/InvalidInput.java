package io.serviceconcept.eventsourcing.http;

import java.util.List;

/** A request that is malformed or invalid: answered with 400 and all that is wrong with it, up to {@value #MOST}. */
public final class InvalidInput extends RuntimeException {

    private static final int MOST = 1_000;

    private final transient List<Violation> violations;
    private final int count;

    public InvalidInput(List<Violation> violations) {
        super(violations.subList(0, Math.min(violations.size(), MOST)).toString());
        this.violations = List.copyOf(violations.subList(0, Math.min(violations.size(), MOST)));
        this.count = violations.size();
    }

    public InvalidInput(String pointer, String message) {
        this(List.of(new Violation(pointer, message)));
    }

    /** The first {@value #MOST}. */
    public List<Violation> violations() {
        return violations;
    }

    /** How many there are in all. */
    public int count() {
        return count;
    }
}
