package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;

/**
 * The sums of channels. Let p be the priority of a need and f the fit of the channel for it:
 * <ul>
 * <li>value: Σ p·f over the needs without sub-needs of which the fit is known
 * <li>replaceable: every need and group that it serves adequately keeps another adequate channel that reaches the group and
 * has capacity. What is not relevant to a group (importance 0) need not be kept. Each channel is judged alone.
 * </ul>
 */
final class ChannelSums {

    private final Grid grid;
    private final Sums sums;
    private final int[] needing;

    /** Whether the others could do without a channel. */
    enum Replaceability {
        REPLACEABLE,
        /** Some need of some group would be left without an adequate channel that has capacity. */
        NEEDED,
        LEGALLY_REQUIRED,
        /** Its status does not count. */
        NOT_COUNTED,
        /** None of its fits is known: nothing can be said. */
        UNKNOWN
    }

    ChannelSums(Grid grid, Sums sums) {
        this.grid = grid;
        this.sums = sums;
        this.needing = new int[grid.channels()];
        BitSet open = new BitSet();
        grid.counted().stream().filter(c -> hasCapacity(grid.channel(c))).forEach(open::set);
        for (int n : grid.leaves()) {
            for (int g = 0; g < grid.groups(); g++) {
                countThoseNeeded(n, g, open);
            }
        }
    }

    /** The only adequate channel with capacity is needed; without any, all that are adequate are. */
    private void countThoseNeeded(int n, int g, BitSet open) {
        Integer importance = grid.importance(n, g);
        if (importance != null && importance == 0) {
            return;
        }
        BitSet serving = (BitSet) grid.adequate(n).clone();
        serving.and(grid.reaching(g));
        BitSet keeping = (BitSet) serving.clone();
        keeping.and(open);
        switch (keeping.cardinality()) {
            case 0 -> serving.stream().forEach(c -> needing[c]++);
            case 1 -> needing[keeping.nextSetBit(0)]++;
            default -> {
            }
        }
    }

    /** 0 and more; null when none of its fits is known or no group has a share. */
    @Nullable
    BigDecimal value(int c) {
        if (!isKnown(c)) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int n : grid.leaves()) {
            BigDecimal fit = grid.fit(n, c);
            if (fit != null) {
                sum = sum.add(sums.weight(n).multiply(fit));
            }
        }
        return WeightedMean.ratio(sum, sums.shares());
    }

    /** The value divided by the cost per contact; null when the cost is unknown or 0. */
    @Nullable
    BigDecimal valuePerEuro(int c) {
        BigDecimal value = value(c);
        BigDecimal cost = grid.channel(c).costPerContact();
        return value == null || cost == null ? null : WeightedMean.ratio(value, cost);
    }

    Replaceability replaceability(int c) {
        if (!grid.counts(c)) {
            return Replaceability.NOT_COUNTED;
        }
        if (grid.channel(c).legallyRequired()) {
            return Replaceability.LEGALLY_REQUIRED;
        }
        if (!isKnown(c)) {
            return Replaceability.UNKNOWN;
        }
        return pairsThatNeedIt(c) == 0 ? Replaceability.REPLACEABLE : Replaceability.NEEDED;
    }

    /** How many pairs of a need and a group no other adequate channel with capacity serves. */
    int pairsThatNeedIt(int c) {
        return needing[c];
    }

    /** How many channels that count serve at least one need adequately. */
    int adequateChannels() {
        BitSet channels = new BitSet();
        grid.leaves().forEach(n -> channels.or(grid.adequate(n)));
        channels.and(grid.counted());
        return channels.cardinality();
    }

    private boolean isKnown(int c) {
        return grid.leaves().stream().anyMatch(n -> grid.fit(n, c) != null);
    }

    /** A capacity that is not stated is no limit; a volume that is not stated fills nothing. */
    private static boolean hasCapacity(Channel channel) {
        Long capacity = channel.capacityPerMonth();
        Long volume = channel.volumePerMonth();
        return capacity == null || capacity > (volume == null ? 0 : volume);
    }
}
