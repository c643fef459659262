package io.serviceconcept.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;

/**
 * What can be subtracted over some days although no table says so: two slices of different dimensions of which one lies in
 * the other, not because it must but because it happens to be so, such as a touchpoint and the channel that all used there.
 * What is withheld of a dimension is known together, and is subtracted like a slice; and a slice may lie in another of a
 * longer period.
 *
 * @param weights of the slices
 * @param known slices that can be seen whatever is decided here
 * @param seenAround weights of what can be seen of longer periods
 */
record Differences(Withholding rule, Days days, Map<Slice, Long> weights, Set<Slice> known, Map<Place, Long> seenAround,
        Spreads spreads) {

    /** Needs overlap, and a response may count in them with other values. */
    private static final Set<Dimension> OF_NEEDS = EnumSet.of(Dimension.NEED, Dimension.NEED_CHANNEL, Dimension.NEED_GROUP);

    private static final Comparator<Cell> ORDER = Comparator.comparingLong(Cell::weight).thenComparing(Cell::days)
            .thenComparing(Cell::dimension).thenComparing(cell -> cell.slices().getFirst());

    /** A slice that is seen, or those of a dimension that are withheld together: what they weigh can be known. */
    private record Cell(Days days, Dimension dimension, List<Slice> slices, long weight) {

        boolean isOne() {
            return slices.size() == 1;
        }
    }

    private record Pair(Cell outer, Cell inner) {
    }

    /** Something that has to be withheld besides what is; null when nothing has. */
    @Nullable
    Slice exposed(Set<Slice> withheld) {
        List<Pair> pairs = pairs(withheld);
        Map<Days, Map<Slice, Spread>> told = told(pairs);
        Map<Cell, @Nullable Spread> ofCells = new HashMap<>();
        for (Pair pair : pairs) {
            Spread outer = ofCells.computeIfAbsent(pair.outer(), cell -> spread(cell, told));
            Spread inner = ofCells.computeIfAbsent(pair.inner(), cell -> spread(cell, told));
            if (outer != null && inner != null && outer.mayHold(inner, haveSameMarks(pair))) {
                Slice one = toWithhold(pair, withheld);
                if (one != null) {
                    return one;
                }
            }
        }
        return null;
    }

    private Map<Days, Map<Slice, Spread>> told(List<Pair> pairs) {
        Map<Days, Set<Slice>> asked = new HashMap<>();
        for (Pair pair : pairs) {
            asked.computeIfAbsent(pair.outer().days(), d -> new HashSet<>()).addAll(pair.outer().slices());
            asked.computeIfAbsent(pair.inner().days(), d -> new HashSet<>()).addAll(pair.inner().slices());
        }
        Map<Days, Map<Slice, Spread>> told = new HashMap<>();
        asked.forEach((some, slices) -> told.put(some, spreads.of(some, slices)));
        return told;
    }

    /** Those whose difference is too small. Slices of one dimension do not lie in each other. */
    private List<Pair> pairs(Set<Slice> withheld) {
        Map<Dimension, NavigableMap<Long, List<Cell>>> byWeight = new TreeMap<>();
        List<Cell> cells = cells(withheld);
        cells.forEach(cell -> byWeight.computeIfAbsent(cell.dimension(), d -> new TreeMap<>())
                .computeIfAbsent(cell.weight(), w -> new ArrayList<>()).add(cell));
        List<Pair> pairs = new ArrayList<>();
        for (Cell inner : cells) {
            if (inner.days().equals(days)) {
                byWeight.forEach((dimension, weighed) -> {
                    if (dimension != inner.dimension()) {
                        weighed.subMap(inner.weight(), false, inner.weight() + rule.least(), false).values().stream()
                                .flatMap(List::stream).filter(outer -> !haveNobodyInCommon(outer, inner))
                                .forEach(outer -> pairs.add(new Pair(outer, inner)));
                    }
                });
            }
        }
        return pairs;
    }

    /** Nobody belongs to two groups at once, and no response came through two channels. */
    private static boolean haveNobodyInCommon(Cell one, Cell other) {
        return areOfDifferent(Dimension.GROUP, Dimension.NEED_GROUP, one, other)
                || areOfDifferent(Dimension.CHANNEL, Dimension.NEED_CHANNEL, one, other);
    }

    private static boolean areOfDifferent(Dimension dimension, Dimension paired, Cell one, Cell other) {
        String of = keyIn(dimension, paired, one);
        String ofOther = keyIn(dimension, paired, other);
        return of != null && ofOther != null && !of.equals(ofOther);
    }

    /** The key of the dimension itself, or in a pair of it; null where the slice is of neither. */
    private static @Nullable String keyIn(Dimension dimension, Dimension paired, Cell cell) {
        if (!cell.isOne()) {
            return null;
        }
        String key = cell.slices().getFirst().key();
        return cell.dimension() == dimension ? key
                : cell.dimension() == paired ? key.substring(key.indexOf('|') + 1) : null;
    }

    private List<Cell> cells(Set<Slice> withheld) {
        List<Cell> cells = new ArrayList<>();
        Map<Dimension, List<Slice>> together = new TreeMap<>();
        weights.forEach((slice, weight) -> {
            if (slice.dimension() == Dimension.ALL || weight == 0) {
                return;
            }
            if (!withheld.contains(slice)) {
                cells.add(new Cell(days, slice.dimension(), List.of(slice), weight));
            } else if (!OF_NEEDS.contains(slice.dimension())) {
                together.computeIfAbsent(slice.dimension(), d -> new ArrayList<>()).add(slice);
            }
        });
        if (!withheld.contains(Slice.ALL)) {
            together.forEach((dimension, slices) -> cells.add(new Cell(days, dimension, slices.stream().sorted().toList(),
                    slices.stream().mapToLong(slice -> weights.getOrDefault(slice, 0L)).sum())));
        }
        seenAround.forEach((place, weight) -> {
            if (place.slice().dimension() != Dimension.ALL) {
                cells.add(new Cell(place.days(), place.slice().dimension(), List.of(place.slice()), weight));
            }
        });
        cells.sort(ORDER);
        return cells;
    }

    private static @Nullable Spread spread(Cell cell, Map<Days, Map<Slice, Spread>> told) {
        Map<Slice, Spread> ofDays = told.getOrDefault(cell.days(), Map.of());
        return cell.slices().stream().allMatch(ofDays::containsKey)
                ? cell.slices().stream().map(slice -> Objects.requireNonNull(ofDays.get(slice))).reduce(Spread::plus)
                        .orElse(null)
                : null;
    }

    private static boolean haveSameMarks(Pair pair) {
        return !OF_NEEDS.contains(pair.outer().dimension()) && !OF_NEEDS.contains(pair.inner().dimension());
    }

    /** The one that lies in the other, unless it cannot be withheld; null where neither can. */
    private @Nullable Slice toWithhold(Pair pair, Set<Slice> withheld) {
        Slice inner = toWithhold(pair.inner(), withheld);
        return inner != null ? inner : toWithhold(pair.outer(), withheld);
    }

    private @Nullable Slice toWithhold(Cell cell, Set<Slice> withheld) {
        if (!cell.days().equals(days)) {
            return null;
        }
        if (cell.isOne() && !withheld.contains(cell.slices().getFirst())) {
            return known.contains(cell.slices().getFirst()) ? null : cell.slices().getFirst();
        }
        // then more is withheld together
        return weights.entrySet().stream()
                .filter(entry -> entry.getKey().dimension() == cell.dimension() && entry.getValue() > 0
                        && !withheld.contains(entry.getKey()) && !known.contains(entry.getKey()))
                .min(Map.Entry.<Slice, Long> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(null);
    }
}
