package io.serviceconcept.result;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** By how much a batch of responses changes what the day cells count. */
final class Cells {

    /** Sorted once, when all are known: each response adds to some twenty of them. */
    private final Map<CellKey, Long> changes = new HashMap<>();

    /**
     * A response is counted as something else than before.
     *
     * @param before null when it was not counted
     * @param after null when it does not count any more
     */
    void change(String organisation, @Nullable CountedResponse before, @Nullable CountedResponse after) {
        if (before != null) {
            add(organisation, before, -1);
        }
        if (after != null) {
            add(organisation, after, 1);
        }
    }

    private void add(String organisation, CountedResponse response, long times) {
        for (CountedResponse.Mark mark : response.marks()) {
            changes.merge(new CellKey(organisation, mark.indicator(), response.day(), mark.slice(), mark.value()), times,
                    Cells::sumUnlessZero);
        }
    }

    /** What is taken away and added again leaves no trace: a null is no entry. */
    @SuppressWarnings("NullAway")
    private static @Nullable Long sumUnlessZero(Long some, Long more) {
        long sum = some + more;
        return sum == 0 ? null : sum;
    }

    /** What to add to each count; less than zero where something is taken away. */
    SortedMap<CellKey, Long> all() {
        return new TreeMap<>(changes);
    }
}
