package io.serviceconcept.figure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each value was given. Every figure over values follows from it, whatever is asked: a mean, a share above a
 * cut-off, a percentile. Adding is exact, so the order of adding never shows.
 */
public final class Histogram {

    private final NavigableMap<BigDecimal, Long> counts;

    private Histogram(NavigableMap<BigDecimal, Long> counts) {
        this.counts = counts;
    }

    /**
     * @param counts by value; a value that was given zero times is as good as absent
     */
    public static Histogram of(Map<BigDecimal, Long> counts) {
        NavigableMap<BigDecimal, Long> kept = new TreeMap<>();
        counts.forEach((value, count) -> {
            if (count != 0) {
                kept.merge(Decimals.canonical(value), count, Long::sum);
            }
        });
        return new Histogram(kept);
    }

    /** The counts by value, in order of value. */
    public SortedMap<BigDecimal, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** How many values there are. */
    public long n() {
        return count(counts);
    }

    public long atLeast(BigDecimal value) {
        return count(counts.tailMap(value, true));
    }

    public long atMost(BigDecimal value) {
        return count(counts.headMap(value, true));
    }

    public Sums sums() {
        Sums sums = Sums.NONE;
        for (Map.Entry<BigDecimal, Long> entry : counts.entrySet()) {
            sums = sums.plus(Sums.of(entry.getKey(), entry.getValue()));
        }
        return sums;
    }

    /**
     * The value at a rank in ascending order.
     *
     * @param rank from 1 to {@link #n()}
     */
    public BigDecimal atRank(long rank) {
        long seen = 0;
        for (Map.Entry<BigDecimal, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("there are " + seen + " values, not " + rank);
    }

    private static long count(Map<BigDecimal, Long> some) {
        return some.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram && counts.equals(histogram.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
