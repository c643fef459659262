package io.serviceconcept.eventsourcing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Proves of a {@link History}: the order of each stream, versions without gaps, nothing lost, nothing doubled, nothing
 * from nowhere, reads that never go back, and attempts that are stored wholly or not at all.
 */
public final class HistoryChecker {

    private static final int SHOWN = 40;

    private HistoryChecker() {
    }

    /** Every violation with its evidence; none when all is well. */
    public static List<Violation> check(History history) {
        List<Violation> violations = new ArrayList<>();
        StoredEvents stored = new StoredEvents(history.stored());
        stored.check(violations);
        new AttemptCheck(stored, violations).check(history.attempts());
        history.seen().forEach((reader, seen) -> new ReaderCheck(reader, stored, violations).check(seen));
        return violations;
    }

    /** @throws AssertionError with the first violations when there are any */
    public static void verify(History history) {
        List<Violation> violations = check(history);
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " violations in the history:\n  " + violations.stream().limit(SHOWN)
                    .map(Violation::toString).collect(Collectors.joining("\n  ")));
        }
    }
}
