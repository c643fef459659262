package io.serviceconcept.result;

import java.time.LocalDate;
import java.util.Comparator;

import io.serviceconcept.figure.Slice;

/** Where the sums of one day are kept. Rows are written in this order, so that two writers never wait in a circle. */
record CellKey(String organisation, String indicator, int definitionVersion, LocalDate day, Slice slice)
        implements
            Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::organisation)
            .thenComparing(CellKey::indicator).thenComparingInt(CellKey::definitionVersion).thenComparing(CellKey::day)
            .thenComparing(CellKey::slice);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
