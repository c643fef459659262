package io.serviceconcept.eventsourcing.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History.Attempt;
import io.serviceconcept.eventsourcing.testing.History.Outcome;
import io.serviceconcept.eventsourcing.testing.History.Stored;
import io.serviceconcept.eventsourcing.testing.History.Wanted;
import io.serviceconcept.eventsourcing.testing.Violation.Kind;

/** Compares what clients were answered with what is stored. */
final class AttemptCheck {

    private final StoredEvents stored;
    private final List<Violation> violations;
    private final Set<Object> attempted = new HashSet<>();

    AttemptCheck(StoredEvents stored, List<Violation> violations) {
        this.stored = stored;
        this.violations = violations;
    }

    void check(List<Attempt> attempts) {
        attempts.forEach(this::check);
        for (Stored event : stored.all()) {
            if (!attempted.contains(event.event())) {
                violations.add(new Violation(Kind.PHANTOM, "nobody attempted " + event));
            }
        }
    }

    private void check(Attempt attempt) {
        List<Stored> found = new ArrayList<>();
        List<Wanted> missing = new ArrayList<>();
        for (Wanted wanted : attempt.events()) {
            if (!attempted.add(wanted.event())) {
                throw new IllegalArgumentException("events of two attempts cannot be told apart: " + wanted);
            }
            Stored event = stored.withContent(wanted.event());
            if (event == null) {
                missing.add(wanted);
            } else {
                compare(attempt, wanted, event);
                found.add(event);
            }
        }
        if (attempt.outcome() == Outcome.ACKNOWLEDGED) {
            missing.forEach(w -> violations
                    .add(new Violation(Kind.LOST, attempt.name() + " was acknowledged, but is not stored: " + w)));
        } else if (attempt.outcome() == Outcome.REFUSED) {
            found.forEach(e -> violations.add(
                    new Violation(Kind.REFUSED_BUT_STORED, attempt.name() + " was refused, but stored: " + e)));
        } else if (!found.isEmpty() && !missing.isEmpty()) {
            violations.add(new Violation(Kind.TORN, attempt.name() + " is stored in part: " + found + ", not " + missing));
        }
        checkTogether(attempt, found);
    }

    private void compare(Attempt attempt, Wanted wanted, Stored event) {
        if (!event.stream().equals(wanted.stream()) || wanted.version() != null && wanted.version() != event.version()
                || wanted.id() != null && !wanted.id().equals(event.id())) {
            violations.add(new Violation(Kind.DIFFERENT, attempt.name() + " was told " + wanted + ", stored is " + event));
        }
    }

    /** One transaction, and one after another in each stream. */
    private void checkTogether(Attempt attempt, List<Stored> found) {
        Map<StreamId, Stored> last = new HashMap<>();
        for (Stored event : found) {
            Stored first = found.getFirst();
            if (event.position().transaction() != first.position().transaction()
                    || event.position().generation() != first.position().generation()) {
                violations.add(new Violation(Kind.TORN,
                        attempt.name() + " is stored in two transactions: " + first + " and " + event));
            }
            Stored before = last.put(event.stream(), event);
            if (before != null && event.version() != before.version() + 1) {
                violations.add(new Violation(Kind.REORDERED,
                        attempt.name() + " wanted one after another, not " + before + " and " + event));
            }
        }
    }
}
