package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * How well a channel serves a need according to everyone who assessed it.
 *
 * @param median 0–4; between two middle assessments lies their mean, so it may end in .5
 * @param spread the highest assessment less the lowest, 0–4
 * @param assessors how many assessed it, at least 1
 */
public record AssessedFit(BigDecimal median, int spread, int assessors) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * @param fits 0–4 each, at least one
     */
    public static AssessedFit of(Collection<Integer> fits) {
        List<Integer> sorted = fits.stream().sorted().toList();
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        BigDecimal median = lower == upper ? BigDecimal.valueOf(sorted.get(upper))
                : BigDecimal.valueOf((long) sorted.get(lower) + sorted.get(upper)).divide(TWO);
        return new AssessedFit(median, sorted.getLast() - sorted.getFirst(), sorted.size());
    }
}
