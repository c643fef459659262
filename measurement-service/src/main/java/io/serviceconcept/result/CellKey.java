package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

import io.serviceconcept.figure.Slice;

/**
 * Where it is kept how often a value was given on a day. Rows are written in this order, so that two writers never wait in a
 * circle.
 */
record CellKey(String organisation, String indicator, LocalDate day, Slice slice, BigDecimal value)
        implements
            Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::organisation)
            .thenComparing(CellKey::indicator).thenComparing(CellKey::day).thenComparing(CellKey::slice)
            .thenComparing(CellKey::value);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
