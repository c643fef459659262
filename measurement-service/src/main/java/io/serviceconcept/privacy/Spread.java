package io.serviceconcept.privacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * On which days which value was given how often. Responses that all are among others are spread no wider than those.
 */
public final class Spread {

    /** Of which nothing is known for sure: it may lie in anything, and anything in it. */
    public static final Spread UNTOLD = new Spread(new TreeMap<>());

    private final TreeMap<LocalDate, Map<BigDecimal, Long>> days;

    private Spread(TreeMap<LocalDate, Map<BigDecimal, Long>> days) {
        this.days = days;
    }

    /** Of nobody; to be added to. */
    public static Spread ofNobody() {
        return new Spread(new TreeMap<>());
    }

    /** Adds that a value was given. */
    public void add(LocalDate day, BigDecimal value, long n) {
        days.computeIfAbsent(day, d -> new TreeMap<>()).merge(value, n, Long::sum);
    }

    /** How many responses there are. */
    public long n() {
        return days.values().stream().mapToLong(Spread::sum).sum();
    }

    /** What of it lies before a day. */
    public Spread before(LocalDate day) {
        return this == UNTOLD ? this : new Spread(new TreeMap<>(days.headMap(day)));
    }

    Spread plus(Spread other) {
        if (this == UNTOLD || other == UNTOLD) {
            return UNTOLD;
        }
        Spread both = ofNobody();
        for (Spread one : new Spread[] { this, other }) {
            one.days.forEach((day, values) -> values.forEach((value, n) -> both.add(day, value, n)));
        }
        return both;
    }

    /**
     * Whether all of other responses may be among these: on no day was a value given more often there than here.
     *
     * @param sameMarks whether a response counts with the same value in both
     */
    boolean mayHold(Spread other, boolean sameMarks) {
        if (this == UNTOLD || other == UNTOLD) {
            return true;
        }
        for (Map.Entry<LocalDate, Map<BigDecimal, Long>> theirs : other.days.entrySet()) {
            Map<BigDecimal, Long> ours = days.getOrDefault(theirs.getKey(), Map.of());
            if (sum(theirs.getValue()) > sum(ours)) {
                return false;
            }
            for (Map.Entry<BigDecimal, Long> value : theirs.getValue().entrySet()) {
                if (sameMarks && value.getValue() > ours.getOrDefault(value.getKey(), 0L)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long sum(Map<BigDecimal, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }
}
