package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Violation;

/** What the schema of a body cannot say, collected so that all of it is answered at once. */
public final class Checks {

    private final List<Violation> violations = new ArrayList<>();

    public Checks require(boolean holds, String pointer, String message) {
        if (!holds) {
            violations.add(new Violation(pointer, message));
        }
        return this;
    }

    /**
     * Not in the schema as a multiple of 0.01: working that out for a number like 1e1000000000 would never end.
     *
     * @param most how many decimals a number may have; needless zeros do not count
     */
    public Checks decimals(@Nullable BigDecimal number, int most, String pointer) {
        return require(number == null || number.scale() <= most || number.stripTrailingZeros().scale() <= most, pointer,
                "has at most " + most + " decimals");
    }

    /**
     * @throws InvalidInput naming everything that did not hold
     */
    public void pass() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
