package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Importance beside performance: needs are cut at their mean priority and at their mean coverage, weighted by priority. The
 * cuts are made over the needs without sub-needs, so that no need counts twice: the first over all of which the importance is
 * known, because what nobody assessed matters all the same, the second over those of which the coverage is known too.
 */
final class Quadrants {

    /** Beyond what division can tell apart: ties count as high. */
    private static final int DECIMALS = 20;

    /** Where a need stands beside the others. */
    enum Quadrant {
        /** It matters and is poorly covered. */
        CONCENTRATE_HERE,
        /** It matters and is well covered. */
        KEEP_IT_UP,
        /** It matters less and is poorly covered. */
        LOW_PRIORITY,
        /** It matters less and is well covered. */
        POSSIBLE_OVERKILL
    }

    private final Grid grid;
    private final Sums sums;
    private final @Nullable BigDecimal priority;
    private final @Nullable BigDecimal coverage;

    Quadrants(Grid grid, Sums sums) {
        this.grid = grid;
        this.sums = sums;
        BigDecimal weights = BigDecimal.ZERO;
        long needs = 0;
        WeightedMean mean = new WeightedMean();
        for (int n : grid.leaves()) {
            if (isTold(n)) {
                weights = weights.add(sums.weight(n));
                needs++;
                mean.add(sums.weight(n), sums.coverage(n));
            }
        }
        this.priority = WeightedMean.ratio(weights, sums.shares().multiply(BigDecimal.valueOf(needs)));
        this.coverage = mean.value();
    }

    /** 0–5; null when nothing is known. */
    @Nullable
    BigDecimal priorityCut() {
        return priority;
    }

    /** 0–1; null when nothing is known. */
    @Nullable
    BigDecimal coverageCut() {
        return coverage;
    }

    /** Null when the priority or the coverage of the need is unknown. */
    @Nullable
    Quadrant of(int n) {
        BigDecimal needsPriority = sums.priority(n);
        BigDecimal needsCoverage = sums.coverage(n);
        BigDecimal priorityAt = priority;
        BigDecimal coverageAt = coverage;
        if (!isTold(n) || needsPriority == null || needsCoverage == null || priorityAt == null || coverageAt == null) {
            return null;
        }
        boolean important = isHigh(needsPriority, priorityAt);
        boolean covered = isHigh(needsCoverage, coverageAt);
        if (important) {
            return covered ? Quadrant.KEEP_IT_UP : Quadrant.CONCENTRATE_HERE;
        }
        return covered ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
    }

    /** Whether its importance to any group is known. */
    private boolean isTold(int n) {
        return IntStream.range(0, grid.groups()).anyMatch(g -> grid.importance(n, g) != null);
    }

    private static boolean isHigh(BigDecimal figure, BigDecimal cut) {
        return figure.setScale(DECIMALS, RoundingMode.HALF_EVEN).compareTo(cut.setScale(DECIMALS, RoundingMode.HALF_EVEN)) >= 0;
    }
}
