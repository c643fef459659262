package io.serviceconcept.volume;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Decimals;

/**
 * The three volumes over some days.
 *
 * @param channel null for all channels together
 * @param customers null when not known
 * @param offered null when not known
 * @param answered as reported, or else as counted
 * @param isReported whether somebody else counted the answers, all or some of them
 */
record Tally(LocalDate from, LocalDate to, @Nullable String channel, @Nullable Long customers, @Nullable Long offered,
        long answered, boolean isReported) {

    private static final int DECIMALS = 6;

    /**
     * The share of those offered the survey who answered it, in percent, rounded half up to six decimals; null where nobody
     * is known to have been offered it.
     */
    @Nullable
    BigDecimal responseRate() {
        return offered == null || offered == 0 ? null
                : Decimals.canonical(BigDecimal.valueOf(answered).movePointRight(2).divide(BigDecimal.valueOf(offered),
                        DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * What tallies come to together. Of those whose days overlap the one that begins first counts, and of several that
     * begin together the longest: days never count twice.
     *
     * @param tallies one or more, of one channel or of all together
     */
    static Tally sum(List<Tally> tallies) {
        List<Tally> apart = apart(tallies);
        Tally sum = apart.getFirst();
        for (Tally tally : apart.subList(1, apart.size())) {
            sum = sum.plus(tally, sum.channel());
        }
        return sum;
    }

    /** The sum over channels, or parts of what is known: what is not known of one of them is not known of all. */
    static Tally across(List<Tally> parts) {
        Tally sum = parts.getFirst();
        for (Tally tally : parts.subList(1, parts.size())) {
            sum = sum.plus(tally, null);
        }
        return new Tally(sum.from, sum.to, null, sum.customers, sum.offered, sum.answered, sum.isReported);
    }

    boolean overlaps(Tally other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }

    /** Those whose days never count twice. */
    static List<Tally> apart(List<Tally> tallies) {
        List<Tally> apart = new ArrayList<>();
        tallies.stream().sorted(Comparator.comparing(Tally::from).thenComparing(Tally::to, Comparator.reverseOrder()))
                .forEach(tally -> {
                    if (apart.isEmpty() || tally.from().isAfter(apart.getLast().to())) {
                        apart.add(tally);
                    }
                });
        return apart;
    }

    private Tally plus(Tally other, @Nullable String of) {
        return new Tally(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to, of,
                sum(customers, other.customers), sum(offered, other.offered), answered + other.answered,
                isReported || other.isReported);
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }
}
