package io.serviceconcept.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;

/**
 * How the figures of some days are broken down: into spans that make them up, and each span by every dimension. What is
 * decided of the whole is never decided again: it can be seen, or its parts are withheld with it.
 *
 * @param whole null where nothing longer is shown
 * @param spans that make up the whole
 * @param awaited places that the whole does not hold yet: they are withheld, and nothing of the whole leads to them
 */
public record Breakdown(@Nullable Days whole, List<Days> spans, Nesting nesting, Set<Place> awaited) {

    public Breakdown {
        spans = List.copyOf(spans);
        awaited = Set.copyOf(awaited);
    }

    public Breakdown(@Nullable Days whole, List<Days> spans, Nesting nesting) {
        this(whole, spans, nesting, Set.of());
    }

    /** As with {@link Spreads#NONE}. */
    public Set<Place> withheld(Withholding rule, Map<Place, Long> weights, Set<Place> withheld) {
        return withheld(rule, weights, withheld, Spreads.NONE);
    }

    /**
     * Decides what of the spans is withheld.
     *
     * @param weights of the places of the whole and of its spans, and of longer periods around them
     * @param withheld what is withheld of the whole, and of those
     * @param spreads by which it can be told which slices happen to lie in others
     */
    public Set<Place> withheld(Withholding rule, Map<Place, Long> weights, Set<Place> withheld, Spreads spreads) {
        SortedSet<Slice> slices = weights.keySet().stream().map(Place::slice).collect(Collectors.toCollection(TreeSet::new));
        Map<Place, Long> own = new HashMap<>();
        weights.forEach((place, weight) -> {
            if (spans.contains(place.days())) {
                own.put(place, weight);
            }
        });
        Set<Place> seen = new HashSet<>();
        Set<Place> decided = new HashSet<>(awaited);
        if (whole != null) {
            for (Slice slice : slices) {
                Place place = new Place(whole, slice);
                (withheld.contains(place) ? decided : seen).add(place);
                own.put(place, weights.getOrDefault(place, 0L));
            }
        }
        // changes do not add up: a correction is one where it was and one where it is
        List<Table<Place>> tables = tables(slices, rule.equals(Withholding.SMALL));
        while (true) {
            Set<Place> now = rule.of(own, tables, seen, decided);
            Set<Place> exposed = exposed(rule, weights, withheld, now, spreads);
            if (!decided.addAll(exposed)) {
                return now.stream().filter(place -> spans.contains(place.days())).collect(Collectors.toSet());
            }
        }
    }

    /** What the difference of two slices would give away. */
    private Set<Place> exposed(Withholding rule, Map<Place, Long> weights, Set<Place> around, Set<Place> withheld,
            Spreads spreads) {
        Set<Place> exposed = new HashSet<>();
        Map<Place, Long> seenAround = new HashMap<>();
        weights.forEach((place, weight) -> {
            if (!spans.contains(place.days()) && !around.contains(place) && weight > 0) {
                seenAround.put(place, weight);
            }
        });
        for (Days days : spans) {
            Map<Slice, Long> ofDays = new HashMap<>();
            Set<Slice> known = new HashSet<>();
            Set<Slice> hidden = new HashSet<>();
            weights.forEach((place, weight) -> {
                if (place.days().equals(days)) {
                    ofDays.put(place.slice(), weight);
                    if (withheld.contains(place)) {
                        hidden.add(place.slice());
                    } else if (isAllOfWhatIsSeen(place, weight, seenAround)) {
                        known.add(place.slice());
                    }
                }
            });
            Slice one = new Differences(rule, days, ofDays, known, seenAround, spreads).exposed(hidden);
            if (one != null) {
                exposed.add(new Place(days, one));
            }
        }
        return exposed;
    }

    private boolean isAllOfWhatIsSeen(Place part, long weight, Map<Place, Long> seen) {
        return whole != null && seen.getOrDefault(new Place(whole, part.slice()), 0L) == weight;
    }

    private List<Table<Place>> tables(Collection<Slice> slices, boolean haveRest) {
        List<Table<Place>> tables = new ArrayList<>();
        if (whole != null) {
            for (Slice slice : slices) {
                tables.add(new Table<>(new Place(whole, slice), spans.stream().map(days -> new Place(days, slice))
                        .filter(place -> !awaited.contains(place)).toList(), false));
            }
        }
        Map<Slice, List<Slice>> within = new TreeMap<>();
        Map<Dimension, List<Slice>> dimensions = slices.stream().filter(slice -> slice.dimension() != Dimension.ALL)
                .collect(Collectors.groupingBy(Slice::dimension, TreeMap::new, Collectors.toList()));
        for (Slice slice : slices) {
            for (Slice around : nesting.around(slice)) {
                within.computeIfAbsent(around, a -> new ArrayList<>()).add(slice);
            }
        }
        for (Days days : spans) {
            dimensions.values().forEach(parts -> tables.add(table(days, Slice.ALL, parts, haveRest)));
            within.forEach((total, parts) -> parts.stream().collect(Collectors.groupingBy(Slice::dimension)).values()
                    .forEach(ofOne -> tables.add(table(days, total, ofOne, haveRest))));
        }
        return tables;
    }

    private static Table<Place> table(Days days, Slice total, List<Slice> parts, boolean hasRest) {
        return new Table<>(new Place(days, total), parts.stream().map(slice -> new Place(days, slice)).toList(), hasRest);
    }
}
