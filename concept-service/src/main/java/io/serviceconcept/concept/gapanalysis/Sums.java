package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The sums over needs and groups, each worked out once. Let w be a group's share of all shares, i the importance of the need
 * to it, f the fit of a channel:
 * <ul>
 * <li>priority: Σ w·i; for a core need i is the highest over its own and its sub-needs'
 * <li>coverage for a group: the highest f among the channels it can reach and use, ÷ 4; 0 when it has none, unknown when
 * none of their fits is known; overall Σ w·i·coverage ÷ Σ w·i over what is known
 * <li>of a core need with sub-needs: their mean, weighted by priority
 * <li>adequate: f of 3 and more; for a core need with sub-needs the channels that are adequate for one of them
 * </ul>
 * The fits of a core need with sub-needs itself are in no sum.
 */
final class Sums {

    private static final int MATTERS = 4;
    private static final int MATTERS_LITTLE = 2;
    private static final int MANY_CHANNELS = 3;

    private final Grid grid;
    private final BigDecimal shares;
    private final BigDecimal[][] pairWeights;
    private final BigDecimal[] weights;
    private final BigDecimal[][] coverage; // an element is null while it is unknown, here and below
    private final BigDecimal[] overall;

    Sums(Grid grid) {
        this.grid = grid;
        this.shares = IntStream.range(0, grid.groups()).mapToObj(g -> grid.group(g).share()).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        this.pairWeights = new BigDecimal[grid.needs()][grid.groups()];
        this.weights = new BigDecimal[grid.needs()];
        this.coverage = new BigDecimal[grid.needs()][grid.groups()];
        this.overall = new BigDecimal[grid.needs()];
        for (int n = 0; n < weights.length; n++) {
            weights[n] = weighed(n);
        }
        grid.leaves().forEach(this::coverLeaf);
        IntStream.range(0, weights.length).filter(n -> !grid.isLeaf(n)).forEach(this::coverCore);
    }

    /** 0–5; groups of which the importance is unknown add nothing. Null when no group has a share. */
    @Nullable
    BigDecimal priority(int n) {
        return WeightedMean.ratio(weights[n], shares);
    }

    /** The numerator of the priority, Σ share · importance: exact, and of the same order. */
    BigDecimal weight(int n) {
        return weights[n];
    }

    /** The sum of all shares, the denominator of every priority. */
    BigDecimal shares() {
        return shares;
    }

    /** Share · importance of one need and group; 0 while the importance is unknown. */
    BigDecimal pairWeight(int n, int g) {
        return pairWeights[n][g];
    }

    /** 0–1; null when it is unknown. */
    @Nullable
    BigDecimal coverage(int n) {
        return overall[n];
    }

    /** 0–1; null when it is unknown. */
    @Nullable
    BigDecimal coverage(int n, int g) {
        return coverage[n][g];
    }

    /** Σ i·coverage ÷ Σ i over the needs without sub-needs; null when nothing of it is known. */
    @Nullable
    BigDecimal coverageOfGroup(int g) {
        WeightedMean mean = new WeightedMean();
        for (int n : grid.leaves()) {
            Integer importance = grid.importance(n, g);
            mean.add(importance == null ? BigDecimal.ZERO : BigDecimal.valueOf(importance), coverage[n][g]);
        }
        return mean.value();
    }

    /** The coverage of the needs without sub-needs, weighted by priority. */
    @Nullable
    BigDecimal coverageOfAll() {
        WeightedMean mean = new WeightedMean();
        grid.leaves().forEach(n -> mean.add(weights[n], overall[n]));
        return mean.value();
    }

    /** Whether any channel that counts reaches the group. */
    boolean reached(int g) {
        return !grid.reaching(g).isEmpty();
    }

    /**
     * Whether the need matters to the group and no channel serves it adequately there. A core need is served through those of
     * its sub-needs that are relevant to the group; where one of them matters, it leaves the word to that.
     */
    boolean neglected(int n, int g) {
        if (grid.isLeaf(n)) {
            return matters(n, g) && !served(n, g);
        }
        return matters(n, g) && relevant(n, g).noneMatch(sub -> matters(sub, g) || served(sub, g));
    }

    /** How many channels that count serve the need adequately, a core need through one of its sub-needs. */
    int adequateChannels(int n) {
        BitSet channels = new BitSet();
        if (grid.isLeaf(n)) {
            channels.or(grid.adequate(n));
        }
        grid.subNeeds(n).forEach(sub -> channels.or(grid.adequate(sub)));
        channels.and(grid.counted());
        return channels.cardinality();
    }

    /** Whether it matters little to all while many channels are adequate; never a core need with sub-needs: those are. */
    boolean overServed(int n) {
        List<Integer> known = IntStream.range(0, grid.groups()).filter(g -> grid.importance(n, g) != null).boxed().toList();
        return grid.isLeaf(n) && !known.isEmpty() && known.stream().allMatch(g -> littleTo(n, g))
                && adequateChannels(n) >= MANY_CHANNELS;
    }

    private boolean matters(int n, int g) {
        Integer importance = grid.importance(n, g);
        return importance != null && importance >= MATTERS;
    }

    /** The sub-needs that are known to be relevant to the group; all of them while nothing is known of any. */
    private IntStream relevant(int core, int g) {
        List<Integer> subNeeds = grid.subNeeds(core);
        boolean known = subNeeds.stream().anyMatch(sub -> grid.importance(sub, g) != null);
        return subNeeds.stream().mapToInt(Integer::intValue).filter(sub -> !known || isRelevant(sub, g));
    }

    private boolean isRelevant(int n, int g) {
        Integer importance = grid.importance(n, g);
        return importance != null && importance > 0;
    }

    private boolean served(int n, int g) {
        return grid.adequate(n).intersects(grid.reaching(g));
    }

    private boolean littleTo(int n, int g) {
        Integer importance = grid.importance(n, g);
        return importance != null && importance <= MATTERS_LITTLE;
    }

    private BigDecimal weighed(int n) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int g = 0; g < grid.groups(); g++) {
            Integer importance = grid.importance(n, g);
            pairWeights[n][g] = importance == null ? BigDecimal.ZERO
                    : grid.group(g).share().multiply(BigDecimal.valueOf(importance));
            sum = sum.add(pairWeights[n][g]);
        }
        return sum;
    }

    private void coverLeaf(int n) {
        WeightedMean mean = new WeightedMean();
        for (int g = 0; g < grid.groups(); g++) {
            coverage[n][g] = grid.coverage(n, grid.reaching(g));
            mean.add(pairWeight(n, g), coverage[n][g]);
        }
        overall[n] = mean.value();
    }

    private void coverCore(int n) {
        for (int g = 0; g < grid.groups(); g++) {
            WeightedMean mean = new WeightedMean();
            for (int sub : grid.subNeeds(n)) {
                mean.add(weights[sub], coverage[sub][g]);
            }
            coverage[n][g] = mean.value();
        }
        WeightedMean mean = new WeightedMean();
        grid.subNeeds(n).forEach(sub -> mean.add(weights[sub], overall[sub]));
        overall[n] = mean.value();
    }
}
