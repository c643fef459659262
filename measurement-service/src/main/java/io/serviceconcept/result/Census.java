package io.serviceconcept.result;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Slice;

/** What was counted within some days, by slice and location. */
final class Census {

    /**
     * @param of of how many, where that was told; else zero
     * @param covered whether an observation lies on every day that is over
     */
    record Place(BigDecimal total, BigDecimal of, boolean covered) {

        Place(BigDecimal total, boolean covered) {
            this(total, BigDecimal.ZERO, covered);
        }
    }

    private final Map<Slice, Map<String, Place>> slices = new TreeMap<>();

    void add(Slice slice, String location, Place place) {
        slices.computeIfAbsent(slice, s -> new HashMap<>()).put(location, place);
    }

    Set<Slice> slices() {
        return slices.keySet();
    }

    boolean has(Slice slice) {
        return slices.containsKey(slice);
    }

    /**
     * The locations that make a total complete.
     *
     * @param named by the indicator; where it names none, those that were seen in any of the censuses
     */
    static Set<String> expected(Slice slice, List<String> named, Census... censuses) {
        if (slice.dimension() == Dimension.LOCATION) {
            return Set.of(slice.key());
        }
        Set<String> expected = new LinkedHashSet<>(named);
        if (named.isEmpty()) {
            for (Census census : censuses) {
                expected.addAll(census.slices.getOrDefault(slice, Map.of()).keySet());
            }
        }
        return expected;
    }

    /** The sum over the expected locations, complete when each of them is covered. */
    Figure figure(Slice slice, Set<String> expected) {
        Place all = all(slice, expected);
        return Figure.ofCensus(all.total(), all.covered());
    }

    /** The share over the expected locations, complete when each of them is covered; null when it is a share of nothing. */
    @Nullable
    Figure share(Slice slice, Set<String> expected) {
        Place all = all(slice, expected);
        return all.of().signum() == 0 ? null : Figure.ofCountedShare(all.total(), all.of(), all.covered());
    }

    private Place all(Slice slice, Set<String> expected) {
        Map<String, Place> places = slices.getOrDefault(slice, Map.of());
        Place all = new Place(BigDecimal.ZERO, true);
        for (String location : expected) {
            Place place = places.get(location);
            all = place == null ? new Place(all.total(), all.of(), false)
                    : new Place(all.total().add(place.total()), all.of().add(place.of()),
                            all.covered() && place.covered());
        }
        return all;
    }
}
