package io.serviceconcept.result;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import io.serviceconcept.figure.Sums;

/** What a batch of responses adds to the day cells. */
final class Cells {

    private final SortedMap<CellKey, Sums> sums = new TreeMap<>();

    /**
     * @param day of the interaction
     * @param version of the definition of an indicator
     */
    void add(String organisation, LocalDate day, List<ResponseMarks.Mark> marks, ToIntFunction<String> version) {
        for (ResponseMarks.Mark mark : marks) {
            CellKey key = new CellKey(organisation, mark.indicator(), version.applyAsInt(mark.indicator()), day,
                    mark.slice());
            sums.merge(key, Sums.of(mark.mark()), Sums::plus);
        }
    }

    SortedMap<CellKey, Sums> all() {
        return Collections.unmodifiableSortedMap(sums);
    }
}
